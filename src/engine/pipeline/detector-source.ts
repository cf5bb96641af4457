import type { Progress } from "../api.ts";
import { GraphDetector } from "../detect/blaze-face/graph-detector.ts";
import { PictureDetector } from "../detect/detect.ts";
import { canRunMediaPipe, MediaPipeDetector } from "../detect/media-pipe-detector.ts";
import type { SinglePassDetector } from "../detect/single-pass-detector.ts";
import search from "../facts/face-search.json" with { type: "json" };
import { loadDetectorGraph, loadMediaPipeFiles } from "../load/assets.ts";
import { checkCanvas } from "../load/canvas-check.ts";
import type { Places } from "../load/download.ts";
import { Shared } from "../load/shared.ts";
import type { ModelCache } from "./model-cache.ts";

/** Candidates below this are dropped; found to miss none of the labelled faces, see docs/detector.md. */
const minScore = search.minScore.candidate;

/**
 * The detector, started once for all who ask, and again from the same files after what it computes with was lost: MediaPipe's
 * where it can run, else its network in TensorFlow.js.
 */
export class DetectorSource {
  readonly #mediaPipeFiles: Shared<Awaited<ReturnType<typeof loadMediaPipeFiles>>>;
  readonly #graphFiles: Shared<Awaited<ReturnType<typeof loadDetectorGraph>>>;
  readonly #detector: Shared<PictureDetector>;
  readonly #models: ModelCache;
  readonly #onProgress: (progress: Progress) => void;
  #ready: PictureDetector | undefined;
  #losses = 0;

  constructor(places: Places, models: ModelCache, onProgress: (progress: Progress) => void) {
    this.#models = models;
    this.#onProgress = onProgress;
    this.#mediaPipeFiles = new Shared(async () => loadMediaPipeFiles(places, await models.manifest.get(), onProgress));
    this.#graphFiles = new Shared(async () => loadDetectorGraph(places, await models.manifest.get(), onProgress));
    this.#detector = new Shared(() => this.#start());
  }

  /** A detector that has lost nothing. */
  get(): Promise<PictureDetector> {
    this.countLosses();
    return this.#detector.get();
  }

  /** How often a detector was lost so far; lets go of the present one where it is. */
  countLosses(): number {
    if (this.#ready?.lost) {
      this.#losses++;
      this.#ready.close();
      this.#ready = undefined;
      this.#detector.forget();
    }
    return this.#losses;
  }

  async #start(): Promise<PictureDetector> {
    checkCanvas();
    const detector = ((await canRunMediaPipe()) && (await this.#startMediaPipe())) || (await this.#startGraph());
    this.#ready = new PictureDetector(detector);
    return this.#ready;
  }

  /** Nothing where MediaPipe has all that it needs but does not start. */
  async #startMediaPipe(): Promise<SinglePassDetector | undefined> {
    const files = await this.#mediaPipeFiles.get();
    this.#onProgress({ kind: "start", part: "detector" });
    try {
      return await MediaPipeDetector.start({ ...files, minScore });
    } catch (error) {
      console.warn("MediaPipe does not start here: faces are found by its network in TensorFlow.js.", error);
      return undefined;
    }
  }

  /** On the device of the models, which has to be there before. */
  async #startGraph(): Promise<SinglePassDetector> {
    const [files] = await Promise.all([this.#graphFiles.get(), this.#models.host.get()]);
    this.#onProgress({ kind: "start", part: "detector" });
    const lostBefore = this.#models.lostGpus;
    return new GraphDetector(files, { minScore, isDeviceLost: () => this.#models.lostGpus > lostBefore });
  }
}
