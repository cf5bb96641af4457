import workerUrl from "../worker/worker.ts?worker&url";
import { requireBrowser, resolveAddress } from "./surroundings.ts";

/**
 * Starts the engine's worker, from `address` or from where the bundler put it. Browsers start no worker from another origin:
 * there a script of our own imports it, which needs the other server's permission (CORS) and the page's for `blob:` workers.
 *
 * @throws EngineError `unsupported-browser`, on a server
 */
export function startWorker(address = workerUrl): Worker {
  requireBrowser();
  const url = resolveAddress(address);
  if (new URL(url).origin === location.origin) return new Worker(url, { type: "module" });
  const script = URL.createObjectURL(new Blob([`import ${JSON.stringify(url)};`], { type: "text/javascript" }));
  const worker = new Worker(script, { type: "module" });
  worker.addEventListener("message", () => URL.revokeObjectURL(script), { once: true });
  return worker;
}
