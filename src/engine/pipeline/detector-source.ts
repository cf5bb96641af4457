import type { Progress } from "../api.ts";
import { PictureDetector } from "../detect/detect.ts";
import { createSinglePassDetector } from "../detect/face-detector.ts";
import type { Manifest } from "../estimate/manifest.ts";
import search from "../facts/face-search.json" with { type: "json" };
import { loadDetectorFiles } from "../load/assets.ts";
import { checkCanvas } from "../load/canvas-check.ts";
import { Shared } from "../load/shared.ts";

/** Candidates below this are dropped; found to miss none of the labelled faces, see docs/detector.md. */
const MIN_CANDIDATE_SCORE = search.minScore.candidate;

/** The detector, started once for all who ask, and again from the same files after its graphics context was lost. */
export class DetectorSource {
  readonly #files: Shared<Awaited<ReturnType<typeof loadDetectorFiles>>>;
  readonly #detector: Shared<PictureDetector>;
  readonly #onProgress: (progress: Progress) => void;
  #ready: PictureDetector | undefined;
  #losses = 0;

  constructor(manifestUrl: string, manifest: Shared<Manifest>, onProgress: (progress: Progress) => void) {
    this.#onProgress = onProgress;
    this.#files = new Shared(async () => {
      checkCanvas();
      return loadDetectorFiles(manifestUrl, await manifest.get(), onProgress);
    });
    this.#detector = new Shared(() => this.#start());
  }

  /** A detector whose graphics context is there. */
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
    const files = await this.#files.get();
    this.#onProgress({ kind: "start", part: "detector" });
    this.#ready = new PictureDetector(await createSinglePassDetector({ ...files, minScore: MIN_CANDIDATE_SCORE }));
    return this.#ready;
  }
}
