import type { PixelSize } from "../../math/index.ts";
import search from "../facts/face-search.json" with { type: "json" };
import type { Face } from "./face.ts";
import type { SinglePassDetector } from "./face-detector.ts";
import { mergeFaces } from "./merge.ts";
import { closeRegion, confirmingRegions, isConfirmed, nearestToCentre, similarSize } from "./refine.ts";
import { type SearchEffort, type SearchRegion, searchRegions, turnedRegions } from "./search-regions.ts";
import { drawView, mapFace, type Region, viewOf } from "./view.ts";

/** Below this confidence a face may be lying or upside down, and is if another direction reaches it. */
const SURELY_UPRIGHT_SCORE = search.minScore.surelyUpright;
const OTHER_DIRECTIONS = [Math.PI / 2, Math.PI, -Math.PI / 2];

/** A picture that can be drawn, of known size. */
export type Picture = CanvasImageSource & PixelSize;

/** Awaited between steps, so that messages get through; throws when the request was cancelled. */
export type Checkpoint = () => Promise<void>;

interface Candidate extends Face {
  readonly minScore: number;
}

/** Finds all faces of a picture: a search over it, a second detection of each in a close, upright view, and more in doubt. */
export class PictureDetector {
  readonly #detector: SinglePassDetector;
  readonly #canvas = new OffscreenCanvas(1, 1);

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
    const seenTwice: Candidate[] = [];
    for (const candidate of candidates) {
      await checkpoint();
      seenTwice.push(this.#refine(picture, candidate));
    }
    const faces: Face[] = [];
    for (const { box, keypoints, score, minScore } of mergeFaces(seenTwice)) {
      await checkpoint();
      const face = { box, keypoints, score };
      if (score >= minScore && this.#isConfirmed(picture, face)) faces.push(face);
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
    for (const { region, minScore } of regions) {
      await checkpoint();
      candidates.push(...this.#detectIn(picture, region).map((face) => ({ ...face, minScore })));
    }
    return mergeFaces(candidates);
  }

  #detectIn(picture: Picture, region: Region): Face[] {
    const view = viewOf(region);
    drawView(this.#canvas, picture, view);
    return this.#detector.detect(this.#canvas).map((face) => mapFace(face, view.toPicture));
  }

  /** The same face with keypoints from a close, upright view; the first detection where nothing is found there. */
  #refine(picture: Picture, candidate: Candidate): Candidate {
    const upright = this.#detectAt(picture, candidate, closeRegion(candidate));
    if (upright && upright.score >= SURELY_UPRIGHT_SCORE) return { ...upright, minScore: candidate.minScore };
    const turned = OTHER_DIRECTIONS.flatMap(
      (turn) => this.#detectAt(picture, candidate, closeRegion(candidate, turn)) ?? [],
    )
      .filter(({ score }) => score >= SURELY_UPRIGHT_SCORE)
      .sort((a, b) => b.score - a.score);
    const best = turned[0] ?? upright;
    return best ? { ...best, minScore: candidate.minScore } : candidate;
  }

  #isConfirmed(picture: Picture, face: Face): boolean {
    const again = confirmingRegions(face).map((region) => this.#detectAt(picture, face, region)?.score ?? 0);
    return isConfirmed([face.score, ...again]);
  }

  #detectAt(picture: Picture, candidate: Face, region: Region): Face | undefined {
    const seen = nearestToCentre(this.#detectIn(picture, region), region);
    return seen && similarSize(seen.box, candidate.box) ? seen : undefined;
  }
}
