import type {
  AnalyseOptions,
  Analysis,
  CallOptions,
  Comparison,
  Detection,
  Engine,
  EngineInfo,
  EnhancedCrop,
  ExplanationRequest,
  HeatMap,
  ImageInput,
  LoadOptions,
  ModelInfo,
} from "../api.ts";
import { kindOfFile } from "../decode/kinds.ts";
import { EngineError, toEngineError } from "../errors.ts";
import type { FilterStep } from "../filters/steps.ts";
import type { CallName, Given, Options, Outcome, Result } from "../worker/protocol.ts";
import { toDecoderInput } from "./input.ts";
import type { WorkerLink } from "./worker-link.ts";

/** What is given with a call, some of it perhaps still on its way. */
type Coming<Values extends readonly unknown[]> = { [Index in keyof Values]: Values[Index] | Promise<Values[Index]> };

interface Call<Name extends CallName> extends Pick<CallOptions, "onProgress"> {
  readonly name: Name;
  readonly given: Given<Name>;
  readonly options: Options<Name>;
}

const closedError = () => new EngineError("engine-closed", "The engine was closed.");

/** Queues calls, passes on cancellation and progress, and starts a new worker after a crash. */
export class EngineClient implements Engine {
  readonly #startLink: () => WorkerLink;
  #link: WorkerLink | undefined;
  #workerIsFree: Promise<void> = Promise.resolve();
  #requestCount = 0;
  #closed = false;

  /** `startLink` starts a worker: when the first call is carried out, and after one has broken. */
  constructor(startLink: () => WorkerLink) {
    this.#startLink = startLink;
  }

  load(options?: LoadOptions): Promise<EngineInfo> {
    return this.#enqueue("load", options);
  }

  models(options?: CallOptions): Promise<readonly ModelInfo[]> {
    return this.#enqueue("models", options);
  }

  analyse(input: ImageInput, options?: AnalyseOptions): Promise<Analysis> {
    return this.#enqueue("analyse", options, toDecoderInput(input, options?.signal));
  }

  async showable(picture: Blob, options?: CallOptions): Promise<Blob> {
    return (await kindOfFile(picture)) === "HEIC" ? this.#enqueue("showable", options, picture) : picture;
  }

  detect(input: ImageInput, options?: AnalyseOptions): Promise<Detection> {
    return this.#enqueue("detect", options, toDecoderInput(input, options?.signal));
  }

  enhance(crop: Uint8ClampedArray, steps: readonly FilterStep[], options?: CallOptions): Promise<EnhancedCrop> {
    return this.#enqueue("enhance", options, crop, steps);
  }

  compare(input: ImageInput, modelIds: readonly string[], options?: CallOptions): Promise<Comparison> {
    return this.#enqueue("compare", options, toDecoderInput(input, options?.signal), modelIds);
  }

  explain(crop: Uint8ClampedArray, request: ExplanationRequest, options?: CallOptions): Promise<HeatMap> {
    return this.#enqueue("explain", options, crop, request);
  }

  close(): void {
    this.#closed = true;
    this.#link?.close(closedError());
    this.#link = undefined;
  }

  /**
   * Pixels are taken at once, whatever the page does with them while the call waits. The caller hears of a cancellation
   * at once; the queue goes on when the worker has let go of the request.
   */
  #enqueue<Name extends CallName>(
    name: Name,
    { signal, onProgress, ...rest }: CallOptions = {},
    ...coming: Coming<Given<Name>>
  ): Promise<Result<Name>> {
    const id = ++this.#requestCount;
    return new Promise((resolve, reject) => {
      const fail = (error: unknown) => reject(toEngineError(error));
      const options = rest as Options<Name>;
      const taken = Promise.all(coming) as Promise<Given<Name>>;
      taken.catch(fail);
      const cancel = () => {
        this.#link?.cancel(id);
        reject(signal?.reason);
      };
      if (signal?.aborted) return cancel();
      signal?.addEventListener("abort", cancel, { once: true });
      this.#workerIsFree = this.#workerIsFree
        .then(() => taken)
        .then((given) => (signal?.aborted ? undefined : this.#carryOut(id, { name, given, options, onProgress })))
        .then((outcome) => settle(outcome, resolve, reject), fail)
        .finally(() => signal?.removeEventListener("abort", cancel));
    });
  }

  #carryOut<Name extends CallName>(id: number, call: Call<Name>): Promise<Outcome<Result<Name>>> {
    if (this.#closed) throw closedError();
    if (!this.#link || this.#link.broken) this.#link = this.#startLink();
    const link = this.#link;
    link.onProgress = (requestId, progress) => {
      if (requestId === id) call.onProgress?.(progress);
    };
    return link.run(id, call.name, call.given, call.options);
  }
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
