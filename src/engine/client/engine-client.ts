import type {
  AnalyseOptions,
  Analysis,
  CallOptions,
  Comparison,
  Detection,
  Engine,
  EngineConfig,
  EngineInfo,
  EnhancedCrop,
  ExplanationRequest,
  HeatMap,
  LoadOptions,
  ModelInfo,
  ReadOptions,
} from "../api.ts";
import type { ImageInput } from "../decode/decode.ts";
import { kindOfFile } from "../decode/kinds.ts";
import { EngineError } from "../errors.ts";
import type { FilterStep } from "../filters/steps.ts";
import type { Outcome } from "../worker/protocol.ts";
import { drawnIfSvg } from "./svg.ts";
import { WorkerLink } from "./worker-link.ts";

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
    return this.#enqueue(options, async (link, id) =>
      link.worker.analyse(id, await drawnIfSvg(input), toReadOptions(options)),
    );
  }

  async showable(picture: Blob, options: CallOptions = {}): Promise<Blob> {
    if ((await kindOfFile(picture)) !== "HEIC") return picture;
    return this.#enqueue(options, (link, id) => link.worker.showable(id, picture));
  }

  detect(input: ImageInput, options: AnalyseOptions = {}): Promise<Detection> {
    return this.#enqueue(options, async (link, id) =>
      link.worker.detect(id, await drawnIfSvg(input), toReadOptions(options)),
    );
  }

  enhance(crop: Uint8ClampedArray, steps: readonly FilterStep[], options: CallOptions = {}): Promise<EnhancedCrop> {
    return this.#enqueue(options, (link, id) => link.worker.enhance(id, crop, steps));
  }

  compare(input: ImageInput, modelIds: readonly string[], options: CallOptions = {}): Promise<Comparison> {
    return this.#enqueue(options, async (link, id) =>
      link.worker.compare(id, await drawnIfSvg(input), modelIds, "photo"),
    );
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

function toReadOptions(options: AnalyseOptions): ReadOptions {
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
  else if (outcome?.status === "failed")
    reject(new EngineError(outcome.code, outcome.message, { about: outcome.about }));
}
