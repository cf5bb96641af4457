import type {
  Analysis,
  Comparison,
  Detection,
  EngineInfo,
  EnhancedCrop,
  ExplanationRequest,
  HeatMap,
  ModelInfo,
  Progress,
  ReadOptions,
} from "../api.ts";
import { type DecoderInput, decodeImage } from "../decode/decode.ts";
import { showableCopy } from "../decode/showable.ts";
import { genderHeadOf } from "../estimate/heads.ts";
import { describeModels } from "../estimate/model-info.ts";
import { explain } from "../explain/explain.ts";
import type { FilterStep } from "../filters/steps.ts";
import { retryAfterLoss } from "../load/retry-after-loss.ts";
import { failedChecks } from "../quality/verdict.ts";
import type { EngineConfig } from "../worker/config.ts";
import type { EngineWork, WorkContext } from "../worker/protocol.ts";
import { analyse } from "./analyse.ts";
import { compare } from "./compare.ts";
import { fromRgba, toRgba } from "./crop-pixels.ts";
import { DetectorSource } from "./detector-source.ts";
import type { FaceCompute } from "./face-compute.ts";
import { ModelCache } from "./model-cache.ts";

type ReadContext = Partial<ReadOptions> & WorkContext;

/** The whole engine on one thread: loads its parts once, reads pictures, starts again after the GPU was lost. */
export class EngineCore implements EngineWork {
  readonly #config: EngineConfig;
  readonly #onProgress: (progress: Progress) => void;
  readonly #models: ModelCache;
  readonly #detector: DetectorSource;

  constructor(config: EngineConfig, onProgress: (progress: Progress) => void) {
    this.#config = config;
    this.#onProgress = onProgress;
    this.#models = new ModelCache(config, onProgress);
    this.#detector = new DetectorSource(config, this.#models, onProgress);
  }

  /** Loads everything that `modelId` (the configured model when left out) needs, and says what runs where. */
  async load({ modelId }: Pick<ReadContext, "modelId"> = {}): Promise<EngineInfo> {
    const [compute] = await Promise.all([this.#models.get(modelId), this.#detector.get()]);
    return { ...(await this.#models.host.get()).device, modelId: compute.model.id };
  }

  /** Every model of the manifest; downloads nothing else. */
  async models(): Promise<ModelInfo[]> {
    return describeModels(await this.#models.manifest.get(), this.#config);
  }

  /** Reads every face of a picture. */
  async analyse(input: DecoderInput, context: ReadContext): Promise<Analysis> {
    await this.load(context);
    const started = performance.now();
    return this.#withPicture(input, async (picture) => {
      const decoded = performance.now();
      await context.checkpoint();
      const result = await this.#analyse(picture, context);
      const { detect, estimate } = result.timings;
      return {
        ...result,
        timings: { decode: decoded - started, detect, estimate, total: performance.now() - started },
      };
    });
  }

  /** Reads every face of a picture with several models, and measures how long each takes here. */
  async compare(input: DecoderInput, modelIds: readonly string[], { checkpoint }: WorkContext): Promise<Comparison> {
    await this.#detector.get();
    return this.#withPicture(input, async (picture) => {
      const detector = await this.#detector.get();
      const computes: FaceCompute[] = [];
      for (const id of modelIds) computes.push(await this.#models.get(id));
      return compare({ detector, computes }, picture, { effort: "photo", checkpoint, onProgress: this.#onProgress });
    });
  }

  /** Says what the reading of a crop that an analysis gave rests on. */
  async explain(crop: Uint8ClampedArray, request: ExplanationRequest, { checkpoint }: WorkContext): Promise<HeatMap> {
    return this.#retryAfterLoss(async () => {
      const compute = await this.#models.get(request.modelId);
      return explain(compute, fromRgba(crop), request.method, { checkpoint, onProgress: this.#onProgress });
    });
  }

  /** Finds faces without estimating anything. */
  async detect(input: DecoderInput, { effort = "photo", checkpoint }: ReadContext): Promise<Detection> {
    await this.#detector.get();
    return this.#withPicture(input, async (picture) => ({
      width: picture.width,
      height: picture.height,
      faces: await (await this.#detector.get()).detect(picture, effort, checkpoint),
    }));
  }

  /** Applies filters to a crop that an analysis gave, and measures the result. */
  async enhance(crop: Uint8ClampedArray, steps: readonly FilterStep[]): Promise<EnhancedCrop> {
    const side = Math.sqrt(crop.length / 4);
    const filter = async () => (await this.#models.withCropSize(side)).filter(fromRgba(crop), steps);
    const { crop: filtered, metrics } = await this.#retryAfterLoss(filter);
    const failed = failedChecks({ ...metrics, resolutionPx: Number.POSITIVE_INFINITY });
    return { crop: toRgba(filtered), metrics, failed };
  }

  /** The picture itself where this browser shows it, else a copy that it does. */
  showable(picture: Blob): Promise<Blob> {
    return showableCopy(picture, this.#config.files);
  }

  async #analyse(picture: ImageBitmap, { modelId, checkpoint, ...options }: ReadContext) {
    const { effort = "photo", withCrops = false, withRepair = false, withGender = false } = options;
    const [detector, compute] = await Promise.all([this.#detector.get(), this.#models.get(modelId)]);
    const needsGenderModel = withGender && genderHeadOf(compute.model.head) === undefined;
    const genderCompute = needsGenderModel ? await this.#models.getForGender() : undefined;
    const { device } = await this.#models.host.get();
    const settings = { effort, withCrops, withRepair, withGender, checkpoint, onProgress: this.#onProgress };
    return analyse({ detector, device, compute, genderCompute }, picture, settings);
  }

  /** Decodes `input` and uses the picture; does both again, once, when something that computes was lost meanwhile. */
  async #withPicture<T>(input: DecoderInput, use: (picture: ImageBitmap) => Promise<T>): Promise<T> {
    try {
      return await this.#retryAfterLoss(() => this.#decodeAndUse(input, use));
    } finally {
      if (!(input instanceof Blob)) input.close();
    }
  }

  async #decodeAndUse<T>(input: DecoderInput, use: (picture: ImageBitmap) => Promise<T>): Promise<T> {
    this.#onProgress({ kind: "step", step: "decode" });
    const picture = await decodeImage(input, this.#config.files);
    try {
      return await use(picture);
    } finally {
      picture.close();
    }
  }

  /** As retryAfterLoss, for everything that can be lost here. */
  #retryAfterLoss<T>(work: () => Promise<T>): Promise<T> {
    return retryAfterLoss(work, () => this.#models.lostGpus + this.#detector.countLosses());
  }
}
