import type {
  Analysis,
  Comparison,
  Detection,
  EngineConfig,
  EngineInfo,
  EnhancedCrop,
  ExplanationRequest,
  HeatMap,
  ModelInfo,
  Progress,
  ReadOptions,
} from "../api.ts";
import type { ImageInput } from "../decode/decode.ts";
import { decodeImage } from "../decode/decode.ts";
import { type Checkpoint, PictureDetector } from "../detect/detect.ts";
import { createSinglePassDetector } from "../detect/face-detector.ts";
import { EngineError } from "../errors.ts";
import { genderHeadOf } from "../estimate/heads.ts";
import { describeModels } from "../estimate/model-info.ts";
import { explain } from "../explain/explain.ts";
import search from "../facts/face-search.json" with { type: "json" };
import type { FilterStep } from "../filters/steps.ts";
import { loadDetectorFiles } from "../load/assets.ts";
import { Shared } from "../load/shared.ts";
import { failedChecks } from "../quality/verdict.ts";
import { analyse } from "./analyse.ts";
import { compare } from "./compare.ts";
import { fromRgba, toRgba } from "./crop-pixels.ts";
import type { FaceCompute } from "./face-compute.ts";
import { ModelCache } from "./model-cache.ts";

/** How one picture is to be read. */
export interface RequestContext extends ReadOptions {
  readonly checkpoint: Checkpoint;
}

/** How one picture is to be read with several models. */
export type CompareContext = Pick<RequestContext, "effort" | "checkpoint">;

/** Candidates below this are not even looked at again; found to miss none of the labelled faces, see docs/detector.md. */
const MIN_CANDIDATE_SCORE = search.minScore.candidate;

/** The whole engine on one thread: loads its parts once, reads pictures, starts again after the GPU was lost. */
export class EngineCore {
  readonly #config: EngineConfig;
  readonly #onProgress: (progress: Progress) => void;
  readonly #models: ModelCache;
  readonly #detector: Shared<PictureDetector>;

  constructor(config: EngineConfig, onProgress: (progress: Progress) => void) {
    this.#config = config;
    this.#onProgress = onProgress;
    this.#models = new ModelCache(config, onProgress);
    this.#detector = new Shared(() => this.#startDetector());
  }

  /** Loads everything that `modelId` (the configured model when left out) needs, and says what runs where. */
  async load(modelId?: string): Promise<EngineInfo> {
    const [compute] = await Promise.all([this.#models.get(modelId), this.#detector.get()]);
    return { ...(await this.#models.host.get()).device, modelId: compute.model.id };
  }

  /** Every model of the manifest; downloads nothing else. */
  async models(): Promise<ModelInfo[]> {
    return describeModels(await this.#models.manifest.get(), this.#config.manifestUrl);
  }

  /** Reads every face of a picture. */
  async analyse(input: ImageInput, context: RequestContext): Promise<Analysis> {
    await this.load(context.modelId);
    const started = performance.now();
    return this.#withPicture(input, async (picture) => {
      const decoded = performance.now();
      await context.checkpoint();
      const result = await this.#retryAfterLoss(() => this.#analyse(picture, context));
      const { detect, estimate } = result.timings;
      return {
        ...result,
        timings: { decode: decoded - started, detect, estimate, total: performance.now() - started },
      };
    });
  }

  /** Reads every face of a picture with several models, and measures how long each takes here. */
  async compare(input: ImageInput, modelIds: readonly string[], context: CompareContext): Promise<Comparison> {
    const detector = await this.#detector.get();
    return this.#withPicture(input, (picture) =>
      this.#retryAfterLoss(async () => {
        const computes: FaceCompute[] = [];
        for (const id of modelIds) computes.push(await this.#models.get(id));
        return compare({ detector, computes }, picture, { ...context, onProgress: this.#onProgress });
      }),
    );
  }

  /** Says what the reading of a crop that an analysis gave rests on. */
  async explain(crop: Uint8ClampedArray, request: ExplanationRequest, checkpoint: Checkpoint): Promise<HeatMap> {
    return this.#retryAfterLoss(async () => {
      const compute = await this.#models.get(request.modelId);
      return explain(compute, fromRgba(crop), request.method, { checkpoint, onProgress: this.#onProgress });
    });
  }

  /** Finds faces without estimating anything. */
  async detect(input: ImageInput, { effort, checkpoint }: RequestContext): Promise<Detection> {
    const detector = await this.#detector.get();
    return this.#withPicture(input, async (picture) => ({
      width: picture.width,
      height: picture.height,
      faces: await detector.detect(picture, effort, checkpoint),
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

  async #analyse(picture: ImageBitmap, context: RequestContext) {
    const [detector, compute] = await Promise.all([this.#detector.get(), this.#models.get(context.modelId)]);
    const needsGenderModel = context.withGender && genderHeadOf(compute.model.head) === undefined;
    const genderCompute = needsGenderModel ? await this.#models.getForGender() : undefined;
    const { device } = await this.#models.host.get();
    const settings = { ...context, onProgress: this.#onProgress };
    return analyse({ detector, device, compute, genderCompute }, picture, settings);
  }

  async #withPicture<T>(input: ImageInput, use: (picture: ImageBitmap) => Promise<T>): Promise<T> {
    this.#onProgress({ kind: "step", step: "decode" });
    const picture = await decodeImage(input);
    try {
      return await use(picture);
    } finally {
      picture.close();
      if (!(input instanceof Blob)) input.close();
    }
  }

  /** Runs `work` again, once, on a fresh device when the GPU went away under it. */
  async #retryAfterLoss<T>(work: () => Promise<T>): Promise<T> {
    const lostBefore = this.#models.lostGpus;
    try {
      return await work();
    } catch (error) {
      if (this.#models.lostGpus === lostBefore) throw error;
      return work().catch((again: unknown) => {
        if (this.#models.lostGpus === lostBefore + 1) throw again;
        throw new EngineError(
          "gpu-lost",
          "The graphics processor stopped twice: close other heavy tabs and try again.",
          {
            cause: again,
          },
        );
      });
    }
  }

  async #startDetector(): Promise<PictureDetector> {
    const files = await loadDetectorFiles(
      this.#config.manifestUrl,
      await this.#models.manifest.get(),
      this.#onProgress,
    );
    this.#onProgress({ kind: "start", part: "detector" });
    const detector = await createSinglePassDetector({ ...files, minScore: MIN_CANDIDATE_SCORE });
    URL.revokeObjectURL(files.wasmUrl);
    return new PictureDetector(detector);
  }
}
