import { type BirpcReturn, createBirpc } from "birpc";
import type { Progress } from "../api.ts";
import { EngineError } from "../errors.ts";
import type { EngineConfig } from "../worker/config.ts";
import type { CallName, Given, Options, Outcome, PageFunctions, Result, WorkerFunctions } from "../worker/protocol.ts";

/** A worker that says nothing for so long, in the middle of a request, is taken for dead. */
const SILENCE_LIMIT_MS = 120_000;

const STOPPED = "The engine stopped unexpectedly: try again.";
const NOT_STARTED =
  "The engine's worker did not start: its script cannot be loaded, or this page's security policy forbids it.";

/** One worker and the wire to it. Once broken it stays broken: a new one takes its place. */
export class WorkerLink {
  readonly #worker: BirpcReturn<WorkerFunctions, PageFunctions>;
  onProgress: (requestId: number, progress: Progress) => void = () => {};
  broken = false;
  readonly #thread: Worker;
  readonly #failure: Promise<never>;
  #fail: (error: EngineError) => void = () => {};
  #hasSpoken = false;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(thread: Worker, config: EngineConfig) {
    this.#thread = thread;
    this.#failure = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.#failure.catch(() => {
      // Whoever waits is told by run(); an idle worker that breaks is replaced at the next request.
    });
    const crash = (cause: unknown) =>
      this.close(new EngineError("worker-crashed", this.#hasSpoken ? STOPPED : NOT_STARTED, { cause }));
    thread.addEventListener("error", (event) => crash(event.message));
    thread.addEventListener("messageerror", crash);
    const functions: PageFunctions = { progress: (id, progress) => this.onProgress(id, progress) };
    this.#worker = createBirpc<WorkerFunctions, PageFunctions>(functions, {
      post: (message) => thread.postMessage(message, transferables(message.a)),
      on: (receive) =>
        thread.addEventListener("message", (event) => {
          this.#hasSpoken = true;
          if (this.#silence !== undefined) this.#restartSilence();
          receive(event.data);
        }),
      timeout: -1,
    });
    void this.#worker.configure.asEvent(config);
  }

  /** Tells the worker to stop working on a request. */
  cancel(requestId: number): void {
    void this.#worker.cancel.asEvent(requestId);
  }

  /** Has the worker carry out a call; rejects when it breaks or falls silent first. */
  async run<Name extends CallName>(
    requestId: number,
    name: Name,
    given: Given<Name>,
    options: Options<Name>,
  ): Promise<Outcome<Result<Name>>> {
    this.#restartSilence();
    try {
      // birpc's types do not know generic functions.
      const reply = this.#worker.run(requestId, name, given, options) as Promise<Outcome<Result<Name>>>;
      return await Promise.race([reply, this.#failure]);
    } finally {
      clearTimeout(this.#silence);
      this.#silence = undefined;
    }
  }

  /** Ends the worker; what waits for it fails with `error`. */
  close(error: EngineError): void {
    if (this.broken) return;
    this.broken = true;
    clearTimeout(this.#silence);
    this.#fail(error);
    this.#thread.terminate();
  }

  #restartSilence(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(
      () => this.close(new EngineError("worker-crashed", "The engine does not answer any more: try again.")),
      SILENCE_LIMIT_MS,
    );
  }
}

/** Pictures that are handed over instead of copied. */
function transferables(values: unknown): Transferable[] {
  if (!Array.isArray(values)) return [];
  return values
    .flat()
    .filter(
      (value): value is ImageBitmap | VideoFrame =>
        value instanceof ImageBitmap || (typeof VideoFrame !== "undefined" && value instanceof VideoFrame),
    );
}
