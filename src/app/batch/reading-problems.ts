import type { ErrorCode } from "../../engine/index.ts";
import { type Problem, toProblem } from "../store/problem.ts";

/** Problems that the next picture would have as well: the batch waits until the person has seen to them. */
const STOPPING: ReadonlySet<string> = new Set<ErrorCode>([
  "model-missing",
  "model-altered",
  "manifest-invalid",
  "unknown-model",
  "download-failed",
  "canvas-scrambled",
  "unsupported-browser",
  "gpu-lost",
  "engine-closed",
]);

/** Whether a problem is none of the picture's own. */
export function stopsTheBatch({ code }: Problem): boolean {
  return STOPPING.has(code);
}

/** What browsers throw at a file or folder that was moved, deleted or closed to the page. */
const GONE: ReadonlySet<string> = new Set(["NotFoundError", "NotReadableError", "NotAllowedError"]);

class FileGone extends Error {}

/**
 * Makes sure that a file can still be read: it may have been moved, deleted or closed to the page since it was chosen.
 *
 * @throws FileGone
 */
export async function checkReadable(file: File): Promise<void> {
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch (cause) {
    throw new FileGone("The file cannot be read any more.", { cause });
  }
}

/** As toProblem, for all that can go wrong with a picture or a folder of a batch. */
export function toReadingProblem(error: unknown): Problem {
  const isGone = error instanceof FileGone || (error instanceof DOMException && GONE.has(error.name));
  return isGone ? { code: "file-gone" } : toProblem(error);
}
