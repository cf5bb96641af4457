import search from "../facts/face-search.json" with { type: "json" };
import type { Face } from "./face.ts";
import { mergeFaces } from "./merge.ts";
import type { Picture } from "./picture.ts";
import { closeRegion, confirmingRegions, isConfirmed, nearestToCentre, similarSize } from "./refine.ts";
import { type SearchEffort, type SearchRegion, searchRegions, turnedRegions } from "./search-regions.ts";
import type { SinglePassDetector } from "./single-pass-detector.ts";
import { mapFace, type Region, viewOf } from "./view.ts";

/** Below this confidence a face may be lying or upside down, and is if another direction reaches it. */
const SURELY_UPRIGHT_SCORE = search.minScore.surelyUpright;
const OTHER_DIRECTIONS = [Math.PI / 2, Math.PI, -Math.PI / 2];

/** Awaited between steps, so that messages get through; throws when the request was cancelled. */
export type Checkpoint = () => Promise<void>;

interface Candidate extends Face {
  readonly minScore: number;
}

/** Finds all faces of a picture: a search over it, a second detection of each in a close, upright view, and more in doubt. */
export class PictureDetector {
  readonly #detector: SinglePassDetector;

  constructor(detector: SinglePassDetector) {
    this.#detector = detector;
  }

  /**
   * Faces in pixels of `picture`, surest first; none where nothing is believed to be one.
   *
   * `checkpoint` is awaited between regions; what it throws ends the search.
   */
  async detect(picture: Picture, effort: SearchEffort, checkpoint: Checkpoint): Promise<Face[]> {
    let candidates = await this.#search(picture, searchRegions(picture, effort), checkpoint);
    if (candidates.length === 0 && effort === "photo") {
      candidates = await this.#search(picture, turnedRegions(picture), checkpoint);
    }
    const faces = await this.#believed(picture, candidates, checkpoint);
    if (faces.length > 0 || effort === "frame") return faces;
    // A surer detection in a tile may have taken the place of the whole picture's own, which shows more of the head.
    const inWhole = await this.#search(picture, searchRegions(picture, "frame"), checkpoint);
    return this.#believed(picture, inWhole, checkpoint);
  }

  /** The candidates that are faces by their close views, surest first. */
  async #believed(picture: Picture, candidates: readonly Candidate[], checkpoint: Checkpoint): Promise<Face[]> {
    const seenTwice: Candidate[] = [];
    for (const candidate of candidates) {
      await checkpoint();
      seenTwice.push(await this.#refine(picture, candidate));
    }
    const faces: Face[] = [];
    for (const { box, keypoints, score, minScore } of mergeFaces(seenTwice)) {
      await checkpoint();
      const face = { box, keypoints, score };
      if (score >= minScore && (await this.#isConfirmed(picture, face))) faces.push(face);
    }
    return faces;
  }

  /** True once what the detector computes with is lost: nothing that it found since this was last false may be used. */
  get lost(): boolean {
    return this.#detector.lost;
  }

  /** Releases the detector. */
  close(): void {
    this.#detector.close();
  }

  async #search(picture: Picture, regions: readonly SearchRegion[], checkpoint: Checkpoint): Promise<Candidate[]> {
    const candidates: Candidate[] = [];
    const { viewsAtOnce } = this.#detector;
    for (let start = 0; start < regions.length; start += viewsAtOnce) {
      await checkpoint();
      const batch = regions.slice(start, start + viewsAtOnce);
      const found = await this.#detectIn(
        picture,
        batch.map(({ region }) => region),
      );
      batch.forEach(({ minScore }, index) => {
        candidates.push(...(found[index] ?? []).map((face) => ({ ...face, minScore })));
      });
    }
    return mergeFaces(candidates);
  }

  /** The faces of each region. */
  async #detectIn(picture: Picture, regions: readonly Region[]): Promise<Face[][]> {
    if (regions.length === 0) return [];
    const views = regions.map(viewOf);
    const found = await this.#detector.detect(picture, views);
    return views.map(({ toPicture }, index) => (found[index] ?? []).map((face) => mapFace(face, toPicture)));
  }

  /** The same face with keypoints from a close, upright view; the first detection where nothing is found there. */
  async #refine(picture: Picture, candidate: Candidate): Promise<Candidate> {
    const [upright] = await this.#detectAt(picture, candidate, [closeRegion(candidate)]);
    if (upright && upright.score >= SURELY_UPRIGHT_SCORE) return { ...upright, minScore: candidate.minScore };
    const directions = OTHER_DIRECTIONS.map((turn) => closeRegion(candidate, turn));
    const turned = (await this.#detectAt(picture, candidate, directions))
      .flatMap((face) => face ?? [])
      .filter(({ score }) => score >= SURELY_UPRIGHT_SCORE)
      .sort((a, b) => b.score - a.score);
    const best = turned[0] ?? upright;
    return best ? { ...best, minScore: candidate.minScore } : candidate;
  }

  async #isConfirmed(picture: Picture, face: Face): Promise<boolean> {
    const again = await this.#detectAt(picture, face, confirmingRegions(face));
    return isConfirmed([face.score, ...again.map((seen) => seen?.score ?? 0)]);
  }

  /** The candidate as it is found in each of the regions that have it in their middle. */
  async #detectAt(picture: Picture, candidate: Face, regions: readonly Region[]): Promise<(Face | undefined)[]> {
    const found = await this.#detectIn(picture, regions);
    return regions.map((region, index) => {
      const seen = nearestToCentre(found[index] ?? [], region);
      return seen && similarSize(seen.box, candidate.box) ? seen : undefined;
    });
  }
}
