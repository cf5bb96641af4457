import { type ChildProcess, fork } from "node:child_process";
import type { Condition } from "../../degrade/conditions.ts";
import { ToolError } from "../../shared/tool-error.ts";
import type { Settings } from "./settings.ts";
import type { WorkerReport } from "./worker.ts";

/** Work for the pool. */
export interface PoolTask {
  readonly conditions: readonly Condition[];
  readonly settings: Settings;
  /** Path of the bundled worker. */
  readonly worker: string;
  /** Where it writes its samples. */
  readonly folder: string;
  /** Worker processes. */
  readonly jobs: number;
  readonly signal: AbortSignal;
  readonly onProgress: (chips: number) => void;
}

/**
 * Measures conditions in parallel worker processes; each writes its samples itself.
 *
 * @throws ToolError when interrupted or when a worker fails; what was finished stays.
 */
export async function measureInPool({ conditions, jobs, signal, onProgress, ...task }: PoolTask): Promise<void> {
  const queue = [...conditions];
  const workers = Array.from({ length: Math.min(jobs, queue.length) }, () =>
    fork(task.worker, [JSON.stringify(task.settings), task.folder], { execArgv: [] }),
  );
  try {
    await Promise.all(workers.map((worker) => serve(worker, queue, signal, onProgress)));
  } finally {
    for (const worker of workers) worker.kill();
  }
}

/** Gives one worker conditions until none are left. */
function serve(
  worker: ChildProcess,
  queue: Condition[],
  signal: AbortSignal,
  onProgress: (chips: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new ToolError("Stopped; finished conditions are kept, and the same command continues."));
    signal.addEventListener("abort", stop);
    worker.on("exit", (code) => (signal.aborted ? stop() : reject(new ToolError(`A worker ended with code ${code}.`))));
    worker.on("message", (report: WorkerReport) => {
      if (report.kind === "progress") return onProgress(report.chips);
      if (report.kind === "failed") return reject(new ToolError(report.message));
      const next = queue.shift();
      if (next) worker.send(next.id);
      else resolve();
    });
  });
}
