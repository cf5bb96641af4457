import type { ImageInput } from "../decode/decode.ts";
import { decodeImage } from "../decode/decode.ts";
import { type Checkpoint, PictureDetector } from "../detect/detect.ts";
import type { Face } from "../detect/face.ts";
import { createSinglePassDetector } from "../detect/face-detector.ts";
import type { SearchEffort } from "../detect/looks.ts";
import { EngineError } from "../errors.ts";
import type { FilterStep } from "../filters/steps.ts";
import { loadDetectorFiles, loadManifest, loadModelFiles } from "../load/assets.ts";
import { Shared } from "../load/shared.ts";
import { failedChecks } from "../quality/verdict.ts";
import type { Analysis, EngineInfo, EnhancedCrop, Progress } from "../types.ts";
import { analyse } from "./analyse.ts";
import { type BackendChoice, createFaceCompute } from "./compute-host.ts";
import type { Extras } from "./read-faces.ts";
import { fromRgba, toRgba } from "./rgba.ts";

/** Where the engine finds its files and what it runs on. */
export interface EngineConfig {
  /** Absolute address of manifest.json. */
  readonly manifestUrl: string;
  readonly backend: BackendChoice;
  /** The manifest's default model when left out. */
  readonly modelId?: string | undefined;
}

/** How one request is to be carried out. */
export interface RequestContext extends Extras {
  readonly effort: SearchEffort;
  readonly checkpoint: Checkpoint;
}

/** Candidates below this are not even looked at again; found to miss none of the labelled faces, see docs/detector.md. */
const MIN_CANDIDATE_SCORE = 0.3;

/** The whole engine on one thread: loads its parts once, reads pictures, starts again after the GPU was lost. */
export class EngineCore {
  readonly #config: EngineConfig;
  readonly #onProgress: (progress: Progress) => void;
  readonly #manifest: Shared<Awaited<ReturnType<typeof loadManifest>>>;
  readonly #detector: Shared<PictureDetector>;
  readonly #modelFiles: Shared<Awaited<ReturnType<typeof loadModelFiles>>>;
  readonly #compute: Shared<Awaited<ReturnType<typeof createFaceCompute>>>;
  #lostGpus = 0;

  constructor(config: EngineConfig, onProgress: (progress: Progress) => void) {
    this.#config = config;
    this.#onProgress = onProgress;
    this.#manifest = new Shared(() => loadManifest(config.manifestUrl));
    this.#detector = new Shared(() => this.#startDetector());
    this.#modelFiles = new Shared(async () =>
      loadModelFiles(config.manifestUrl, await this.#manifest.get(), config.modelId, onProgress),
    );
    this.#compute = new Shared(() => this.#startCompute());
  }

  /** Loads everything and says what runs where. */
  async load(): Promise<EngineInfo> {
    const [compute, { entry }] = await Promise.all([this.#compute.get(), this.#modelFiles.get(), this.#detector.get()]);
    return { ...compute.device, modelId: entry.id };
  }

  /** Reads every face of a picture. */
  async analyse(input: ImageInput, context: RequestContext): Promise<Analysis> {
    await this.load();
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

  /** Finds faces without estimating anything. */
  async detect(
    input: ImageInput,
    { effort, checkpoint }: RequestContext,
  ): Promise<{ width: number; height: number; faces: Face[] }> {
    const detector = await this.#detector.get();
    return this.#withPicture(input, async (picture) => ({
      width: picture.width,
      height: picture.height,
      faces: await detector.detect(picture, effort, checkpoint),
    }));
  }

  /** Applies filters to a crop that an analysis gave, and measures the result. */
  async enhance(crop: Uint8ClampedArray, steps: readonly FilterStep[]): Promise<EnhancedCrop> {
    const filter = async () => (await this.#compute.get()).filter(fromRgba(crop), steps);
    const { crop: filtered, metrics } = await this.#retryAfterLoss(filter);
    const failed = failedChecks({ ...metrics, resolutionPx: Number.POSITIVE_INFINITY });
    return { crop: toRgba(filtered), metrics, failed };
  }

  async #analyse(picture: ImageBitmap, context: RequestContext) {
    const [detector, compute, { entry }] = await Promise.all([
      this.#detector.get(),
      this.#compute.get(),
      this.#modelFiles.get(),
    ]);
    return analyse({ detector, compute, model: entry }, picture, { ...context, onProgress: this.#onProgress });
  }

  async #withPicture<T>(input: ImageInput, use: (picture: ImageBitmap) => Promise<T>): Promise<T> {
    this.#onProgress({ kind: "room", room: "decode" });
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
    const lostBefore = this.#lostGpus;
    try {
      return await work();
    } catch (error) {
      if (this.#lostGpus === lostBefore) throw error;
      return work().catch((again: unknown) => {
        if (this.#lostGpus === lostBefore + 1) throw again;
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
    const files = await loadDetectorFiles(this.#config.manifestUrl, await this.#manifest.get(), this.#onProgress);
    this.#onProgress({ kind: "start", part: "detector" });
    const detector = await createSinglePassDetector({ ...files, minScore: MIN_CANDIDATE_SCORE });
    URL.revokeObjectURL(files.wasmUrl);
    return new PictureDetector(detector);
  }

  async #startCompute() {
    const { entry, files } = await this.#modelFiles.get();
    this.#onProgress({ kind: "start", part: "network" });
    return createFaceCompute(this.#config.backend, entry, files, () => {
      this.#lostGpus++;
      this.#compute.forget();
    });
  }
}
