/** Everything that can go wrong in the engine; the app has one sentence for each. */
export const ERROR_CODES = [
  /** The file has no bytes. */
  "empty-file",
  /** What was given is no picture. */
  "not-an-image",
  /** It begins as a picture but cannot be decoded. */
  "damaged-image",
  /** A picture of a kind that this browser does not decode. */
  "unsupported-image",
  /** More pixels than can be decoded. */
  "image-too-large",
  /** Too few pixels to find a face in. */
  "image-too-small",
  /** The picture's address leads nowhere, or its server does not let the page read it. */
  "picture-unreachable",
  /** An element of the page shows pixels of another site that does not let the page read them. */
  "picture-protected",
  /** An element of the page shows nothing yet. */
  "picture-not-ready",
  /** The picture was closed or handed over before it could be read. */
  "picture-closed",
  /** The server does not have a file that the manifest names. */
  "model-missing",
  /** A file is not the one that was published, or cannot be read as a model. */
  "model-altered",
  /** manifest.json is not what this version of the engine expects. */
  "manifest-invalid",
  /** The manifest has no such model, or none that says what was asked for. */
  "unknown-model",
  /** The server could not be reached. */
  "download-failed",
  /** The browser changes pixels that are read back from a canvas, so that no reading would be right. */
  "canvas-scrambled",
  /** Networks can be computed neither in WebGPU nor in WebAssembly, or there is no browser at all. */
  "unsupported-browser",
  /** The graphics processor stopped, again after a second try, or was asked for where there is none. */
  "gpu-lost",
  /** The graphics memory is full. */
  "out-of-memory",
  /** The worker could not be started, stopped, or has not answered for two minutes. */
  "worker-crashed",
  /** The engine was closed before or during the call. */
  "engine-closed",
  /** Anything else: a fault of the engine, with its cause. */
  "internal",
] as const;

/** What went wrong, one of ERROR_CODES. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What an error may say besides its sentence. */
export interface EngineErrorOptions extends ErrorOptions {
  readonly about?: string | undefined;
}

/** A failure with a code that callers can act on and one sentence that people can. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly code: ErrorCode;
  /** The kind of an `unsupported-image` ("TIFF"), the megapixels of an `image-too-large` ("108"), the status of a `picture-unreachable` ("404"). */
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
