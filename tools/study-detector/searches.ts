import type { Picture, PictureDetector } from "../../src/engine/detect/detect.ts";
import type { Face } from "../../src/engine/detect/face.ts";
import type { SinglePassDetector } from "../../src/engine/detect/face-detector.ts";
import { mergeFaces } from "../../src/engine/detect/merge.ts";
import { closeRegion, confirmingRegions, nearestToCentre, similarSize } from "../../src/engine/detect/refine.ts";
import { type SearchEffort, searchRegions, turnedRegions } from "../../src/engine/detect/search-regions.ts";
import { drawView, mapFace, type Region, viewOf } from "../../src/engine/detect/view.ts";
import search from "../../src/engine/facts/face-search.json" with { type: "json" };
import { mean } from "../shared/averages.ts";

/** A face with what minimum scores are about, so that they can be chosen afterwards. */
export interface FoundFace extends Face {
  /** The kind of region that it was found in first. */
  readonly seenIn: "whole" | "tile";
  /** Mean of its scores in the close view and in those that confirm it; its score where nothing was to be confirmed. */
  readonly meanScore: number;
}

/** One way of searching a picture for faces. */
export type Search = (picture: Picture) => Promise<readonly FoundFace[]>;

const SURELY_UPRIGHT_SCORE = search.minScore.surelyUpright;
const OTHER_DIRECTIONS = [Math.PI / 2, Math.PI, -Math.PI / 2];
const canvas = new OffscreenCanvas(1, 1);

/** The detector on the whole picture, once. */
export function wholePicture(detector: SinglePassDetector): Search {
  return async (picture) => detectInAll(detector, picture, [wholeRegion(picture)], "whole");
}

/** The app's own search of a photo. */
export function asShipped(detector: PictureDetector): Search {
  return async (picture) =>
    (await detector.detect(picture, "photo", async () => undefined)).map((face) => ({
      ...face,
      seenIn: "whole",
      meanScore: face.score,
    }));
}

/** How far to search, with which detector in which tiles, and which one detects again in close views. */
export interface CandidateSearch {
  readonly effort: SearchEffort;
  readonly searching: SinglePassDetector;
  readonly refining: SinglePassDetector;
  /** Sides of the tiles as shares of the picture's shorter side; those of the app when left out. */
  readonly tileShares?: readonly number[];
}

/**
 * The app's search, put together from its parts, without its minimum scores: what is left after any
 * minimum can be counted later.
 */
export function allCandidates({ effort, searching, refining, tileShares }: CandidateSearch): Search {
  return async (picture) => {
    const [whole, ...others] = searchRegions(picture, effort);
    const shorter = Math.min(picture.width, picture.height);
    const used = others.filter(({ region }) => tileShares?.includes(region.size.width / shorter) ?? true);
    let found = mergeFaces(
      [...(whole ? [whole] : []), ...used].flatMap(({ region, minScore }) =>
        detectInAll(searching, picture, [region], minScore === whole?.minScore ? "whole" : "tile"),
      ),
    );
    if (found.length === 0 && effort === "photo") {
      const turned = turnedRegions(picture).map(({ region }) => region);
      found = mergeFaces(detectInAll(searching, picture, turned, "whole"));
    }
    const refined = mergeFaces(found.map((face) => ({ ...face, ...refine(refining, picture, face) })));
    return refined.map((face) => ({ ...face, meanScore: meanScore(refining, picture, face) }));
  };
}

function wholeRegion(picture: Picture): Region {
  const [whole] = searchRegions(picture, "frame");
  if (!whole) throw new Error("The search leaves out the whole picture.");
  return whole.region;
}

function detectInAll(
  detector: SinglePassDetector,
  picture: Picture,
  regions: readonly Region[],
  seenIn: FoundFace["seenIn"],
): FoundFace[] {
  return regions.flatMap((region) =>
    detectIn(detector, picture, region).map((face) => ({ ...face, seenIn, meanScore: face.score })),
  );
}

function detectIn(detector: SinglePassDetector, picture: Picture, region: Region): Face[] {
  const view = viewOf(region);
  drawView(canvas, picture, view);
  return detector.detect(canvas).map((face) => mapFace(face, view.toPicture));
}

function refine(detector: SinglePassDetector, picture: Picture, candidate: Face): Face {
  const upright = detectAt(detector, picture, candidate, closeRegion(candidate));
  if (upright && upright.score >= SURELY_UPRIGHT_SCORE) return upright;
  const [turned] = OTHER_DIRECTIONS.flatMap(
    (turn) => detectAt(detector, picture, candidate, closeRegion(candidate, turn)) ?? [],
  )
    .filter(({ score }) => score >= SURELY_UPRIGHT_SCORE)
    .sort((a, b) => b.score - a.score);
  return turned ?? upright ?? candidate;
}

function meanScore(detector: SinglePassDetector, picture: Picture, face: Face): number {
  const again = confirmingRegions(face).map((region) => detectAt(detector, picture, face, region)?.score ?? 0);
  return mean([face.score, ...again]) ?? 0;
}

function detectAt(detector: SinglePassDetector, picture: Picture, candidate: Face, region: Region): Face | undefined {
  const seen = nearestToCentre(detectIn(detector, picture, region), region);
  return seen && similarSize(seen.box, candidate.box) ? seen : undefined;
}
