import { EngineError, type ErrorCode } from "../../engine/index.ts";

/** Everything that can go wrong on the page: the engine's errors and the page's own. */
export type ProblemCode = ErrorCode | "no-file" | "file-gone" | "left-out";

/** Something that went wrong, for the page to put into words. */
export interface Problem {
  readonly code: ProblemCode;
  /** The engine's own sentence, shown where the code alone says too little. */
  readonly detail?: string;
  /** What the sentence is about, which takes the place of {about} in it: a kind of picture, megapixels, file names. */
  readonly about?: string | undefined;
}

/** Any caught value as a problem. */
export function toProblem(error: unknown): Problem {
  if (error instanceof EngineError) return { code: error.code, detail: error.message, about: error.about };
  return { code: "internal", detail: error instanceof Error ? error.message : String(error) };
}
