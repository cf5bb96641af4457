import { join } from "node:path";
import { bundleForNode } from "../../shared/bundle.ts";

/** Bundles the worker, with the engine's code in it, and returns the path: its bytes say by which code samples were measured. */
export function bundleWorker(): Promise<string> {
  return bundleForNode(join(import.meta.dirname, "worker.ts"), "prove-repair");
}
