import type { EngineOptions } from "../api.ts";
import { EngineError } from "../errors.ts";
import { toConfig } from "./engine-config.ts";
import { startWorker } from "./start-worker.ts";
import { requireBrowser } from "./surroundings.ts";
import { WorkerLink } from "./worker-link.ts";

/**
 * Starts a worker and tells it where everything lies.
 *
 * @throws EngineError `unsupported-browser`, on a server; `worker-crashed` where the page's policy forbids the worker
 */
export function startLink(options: EngineOptions): WorkerLink {
  requireBrowser();
  const config = toConfig(options);
  const { createWorker = () => startWorker(config.files?.["worker.js"]) } = options;
  try {
    return new WorkerLink(createWorker(), config);
  } catch (cause) {
    throw new EngineError("worker-crashed", "The engine's worker cannot be started on this page.", { cause });
  }
}
