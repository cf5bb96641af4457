import { join } from "node:path";
import { BroadcastChannel } from "node:worker_threads";
import pMap from "p-map";
import { Tinypool } from "tinypool";
import type { Condition } from "../../degrade/conditions.ts";
import { bundleForNode } from "../../shared/bundle.ts";
import { ToolError } from "../../shared/tool-error.ts";
import { PROGRESS_CHANNEL, type WorkerData } from "./settings.ts";

/** Work for the pool. */
export interface PoolTask extends WorkerData {
  readonly conditions: readonly Condition[];
  /** Path of the bundled worker. */
  readonly worker: string;
  /** Worker threads. */
  readonly jobs: number;
  readonly signal: AbortSignal;
  readonly onProgress: (chips: number) => void;
}

/** Bundles the worker, with the engine's code in it, and returns the path: its bytes say by which code samples were measured. */
export function bundleWorker(): Promise<string> {
  return bundleForNode(join(import.meta.dirname, "worker.ts"), "prove-repair");
}

/**
 * Measures conditions in parallel worker threads; each writes its samples itself.
 *
 * @throws ToolError when interrupted or when a worker fails; what was finished stays.
 */
export async function measureInPool({
  conditions,
  jobs,
  signal,
  onProgress,
  worker,
  ...workerData
}: PoolTask): Promise<void> {
  const pool = new Tinypool({
    filename: worker,
    workerData,
    minThreads: 0,
    maxThreads: jobs,
    // A worker has loaded the network: it measures one condition after the other.
    isolateWorkers: false,
  });
  const progress = new BroadcastChannel(PROGRESS_CHANNEL);
  progress.onmessage = ({ data }) => onProgress(data as number);
  try {
    await pMap(conditions, ({ id }) => pool.run(id, { signal }), { concurrency: jobs });
  } catch (error) {
    if (signal.aborted) throw new ToolError("Stopped; finished conditions are kept, and the same command continues.");
    throw new ToolError(error instanceof Error ? error.message : String(error), { cause: error });
  } finally {
    progress.close();
    await pool.destroy();
  }
}
