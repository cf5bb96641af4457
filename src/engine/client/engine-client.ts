import type { ImageInput } from "../decode/decode.ts";
import { EngineError } from "../errors.ts";
import type { FilterStep } from "../filters/steps.ts";
import type { EngineConfig } from "../pipeline/engine-core.ts";
import type {
  Analysis,
  Comparison,
  EngineInfo,
  EnhancedCrop,
  ExplanationRequest,
  HeatMap,
  ModelInfo,
  Progress,
} from "../types.ts";
import type { Detection, Outcome, RequestOptions } from "../worker/protocol.ts";
import { WorkerLink } from "./worker-link.ts";

/** What every call takes besides its picture. */
export interface CallOptions {
  /** Aborting rejects the call with the signal's reason and stops the work at its next step. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** How a picture is read. */
export interface AnalyseOptions extends CallOptions, Partial<RequestOptions> {}

/** What is loaded ahead. */
export interface LoadOptions extends CallOptions {
  readonly modelId?: string | undefined;
}

/** The engine as the page sees it. Calls are carried out one after the other; each settles exactly once. */
export interface Engine {
  /** Loads everything ahead of the first picture, or of the first one for another model. */
  load(options?: LoadOptions): Promise<EngineInfo>;
  /** The models that there are; loads none of them. */
  models(options?: CallOptions): Promise<readonly ModelInfo[]>;
  /**
   * Reads every face of a picture. ImageBitmaps and VideoFrames are handed over, and closed.
   *
   * @throws EngineError with a code for every way in which it can fail.
   */
  analyse(input: ImageInput, options?: AnalyseOptions): Promise<Analysis>;
  /** Finds faces without estimating ages. */
  detect(input: ImageInput, options?: AnalyseOptions): Promise<Detection>;
  /** Applies filters, in their order, to a crop that an analysis gave (RGBA), and measures the result. */
  enhance(crop: Uint8ClampedArray, steps: readonly FilterStep[], options?: CallOptions): Promise<EnhancedCrop>;
  /** Reads every face of a picture with each of `modelIds` (at least one) and times them. As `analyse` for the picture. */
  compare(input: ImageInput, modelIds: readonly string[], options?: CallOptions): Promise<Comparison>;
  /** Says where in a crop that an analysis gave (RGBA) the evidence for its reading lies. */
  explain(crop: Uint8ClampedArray, request: ExplanationRequest, options?: CallOptions): Promise<HeatMap>;
  /** Ends the worker; calls still waiting fail with `engine-closed`. */
  close(): void;
}

type Send<T> = (link: WorkerLink, requestId: number) => Promise<Outcome<T>>;

const closedError = () => new EngineError("engine-closed", "The engine was closed.");

/** Queues calls, passes on cancellation and progress, and starts a new worker after a crash. */
export class EngineClient implements Engine {
  readonly #config: EngineConfig;
  readonly #createWorker: () => Worker;
  #link: WorkerLink | undefined;
  #workerIsFree: Promise<void> = Promise.resolve();
  #requestCount = 0;
  #closed = false;

  constructor(config: EngineConfig, createWorker: () => Worker) {
    this.#config = config;
    this.#createWorker = createWorker;
  }

  load(options: LoadOptions = {}): Promise<EngineInfo> {
    return this.#enqueue(options, (link, id) => link.worker.load(id, options.modelId));
  }

  models(options: CallOptions = {}): Promise<readonly ModelInfo[]> {
    return this.#enqueue(options, (link, id) => link.worker.models(id));
  }

  analyse(input: ImageInput, options: AnalyseOptions = {}): Promise<Analysis> {
    return this.#enqueue(options, (link, id) => link.worker.analyse(id, input, toRequest(options)));
  }

  detect(input: ImageInput, options: AnalyseOptions = {}): Promise<Detection> {
    return this.#enqueue(options, (link, id) => link.worker.detect(id, input, toRequest(options)));
  }

  enhance(crop: Uint8ClampedArray, steps: readonly FilterStep[], options: CallOptions = {}): Promise<EnhancedCrop> {
    return this.#enqueue(options, (link, id) => link.worker.enhance(id, crop, steps));
  }

  compare(input: ImageInput, modelIds: readonly string[], options: CallOptions = {}): Promise<Comparison> {
    return this.#enqueue(options, (link, id) => link.worker.compare(id, input, modelIds, "photo"));
  }

  explain(crop: Uint8ClampedArray, request: ExplanationRequest, options: CallOptions = {}): Promise<HeatMap> {
    return this.#enqueue(options, (link, id) => link.worker.explain(id, crop, request));
  }

  close(): void {
    this.#closed = true;
    this.#link?.close(closedError());
    this.#link = undefined;
  }

  /** The caller hears of a cancellation at once; the queue goes on when the worker has let go of the request. */
  #enqueue<T>({ signal, onProgress }: CallOptions, send: Send<T>): Promise<T> {
    const id = ++this.#requestCount;
    return new Promise<T>((resolve, reject) => {
      const cancel = () => {
        this.#link?.cancel(id);
        reject(signal?.reason);
      };
      if (signal?.aborted) return cancel();
      signal?.addEventListener("abort", cancel, { once: true });
      this.#workerIsFree = this.#workerIsFree
        .then(() => (signal?.aborted ? undefined : this.#carryOut(id, send, onProgress)))
        .then((outcome) => settle(outcome, resolve, reject), reject)
        .finally(() => signal?.removeEventListener("abort", cancel));
    });
  }

  #carryOut<T>(id: number, send: Send<T>, onProgress: CallOptions["onProgress"]): Promise<Outcome<T>> {
    if (this.#closed) return Promise.reject(closedError());
    if (!this.#link || this.#link.broken) this.#link = new WorkerLink(this.#createWorker(), this.#config);
    const link = this.#link;
    link.onProgress = (requestId, progress) => {
      if (requestId === id) onProgress?.(progress);
    };
    return link.settle(send(link, id));
  }
}

function toRequest(options: AnalyseOptions): RequestOptions {
  const { effort = "photo", withCrops = false, withRepair = false, withGender = false, modelId } = options;
  return { effort, withCrops, withRepair, withGender, modelId };
}

/** Nothing to settle for a cancelled request: its caller has heard. */
function settle<T>(
  outcome: Outcome<T> | undefined,
  resolve: (value: T) => void,
  reject: (reason: EngineError) => void,
): void {
  if (outcome?.status === "done") resolve(outcome.value);
  else if (outcome?.status === "failed") reject(new EngineError(outcome.code, outcome.message));
}
