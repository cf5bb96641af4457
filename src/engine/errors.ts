/** Everything that can go wrong in the engine; the app has one sentence for each. */
export const ERROR_CODES = [
  "empty-file",
  "not-an-image",
  "damaged-image",
  "unsupported-image",
  "image-too-large",
  "image-too-small",
  "model-missing",
  "model-altered",
  "manifest-invalid",
  "unknown-model",
  "download-failed",
  "canvas-scrambled",
  "gpu-lost",
  "out-of-memory",
  "worker-crashed",
  "engine-closed",
  "internal",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What an error may say besides its sentence. */
export interface EngineErrorOptions extends ErrorOptions {
  readonly about?: string | undefined;
}

/** A failure with a code that callers can act on and one sentence that people can. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly code: ErrorCode;
  /** The kind of an `unsupported-image` ("TIFF"), the megapixels of an `image-too-large` ("108"). */
  readonly about: string | undefined;

  constructor(code: ErrorCode, message: string, options?: EngineErrorOptions) {
    super(message, options);
    this.code = code;
    this.about = options?.about;
  }
}

/** `error` itself when it is an EngineError, else one of code `internal` with `error` as its cause. */
export function toEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new EngineError("internal", `Something unexpected went wrong: ${message}`, { cause: error });
}
