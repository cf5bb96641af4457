import type { PictureDetector } from "../../src/engine/detect/detect.ts";
import type { Face } from "../../src/engine/detect/face.ts";
import { mergeFaces } from "../../src/engine/detect/merge.ts";
import type { Picture } from "../../src/engine/detect/picture.ts";
import { closeRegion, confirmingRegions, nearestToCentre, similarSize } from "../../src/engine/detect/refine.ts";
import { type SearchEffort, searchRegions, turnedRegions } from "../../src/engine/detect/search-regions.ts";
import type { SinglePassDetector } from "../../src/engine/detect/single-pass-detector.ts";
import { mapFace, type Region, viewOf } from "../../src/engine/detect/view.ts";
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
    const seen: FoundFace[] = [];
    for (const { region, minScore } of [...(whole ? [whole] : []), ...used]) {
      const kind = minScore === whole?.minScore ? "whole" : "tile";
      seen.push(...(await detectInAll(searching, picture, [region], kind)));
    }
    let found = mergeFaces(seen);
    if (found.length === 0 && effort === "photo") {
      const turned = turnedRegions(picture).map(({ region }) => region);
      found = mergeFaces(await detectInAll(searching, picture, turned, "whole"));
    }
    const refined: FoundFace[] = [];
    for (const face of found) refined.push({ ...face, ...(await refine(refining, picture, face)) });
    const scored: FoundFace[] = [];
    for (const face of mergeFaces(refined)) {
      scored.push({ ...face, meanScore: await meanScore(refining, picture, face) });
    }
    return scored;
  };
}

function wholeRegion(picture: Picture): Region {
  const [whole] = searchRegions(picture, "frame");
  if (!whole) throw new Error("The search leaves out the whole picture.");
  return whole.region;
}

async function detectInAll(
  detector: SinglePassDetector,
  picture: Picture,
  regions: readonly Region[],
  seenIn: FoundFace["seenIn"],
): Promise<FoundFace[]> {
  const found = await detectIn(detector, picture, regions);
  return found.flat().map((face) => ({ ...face, seenIn, meanScore: face.score }));
}

/** The faces of each region. */
async function detectIn(detector: SinglePassDetector, picture: Picture, regions: readonly Region[]): Promise<Face[][]> {
  const found: Face[][] = [];
  for (const view of regions.map(viewOf)) {
    const [inView = []] = await detector.detect(picture, [view]);
    found.push(inView.map((face) => mapFace(face, view.toPicture)));
  }
  return found;
}

async function refine(detector: SinglePassDetector, picture: Picture, candidate: Face): Promise<Face> {
  const [upright] = await detectAt(detector, picture, candidate, [closeRegion(candidate)]);
  if (upright && upright.score >= SURELY_UPRIGHT_SCORE) return upright;
  const directions = OTHER_DIRECTIONS.map((turn) => closeRegion(candidate, turn));
  const [turned] = (await detectAt(detector, picture, candidate, directions))
    .flatMap((face) => face ?? [])
    .filter(({ score }) => score >= SURELY_UPRIGHT_SCORE)
    .sort((a, b) => b.score - a.score);
  return turned ?? upright ?? candidate;
}

async function meanScore(detector: SinglePassDetector, picture: Picture, face: Face): Promise<number> {
  const again = await detectAt(detector, picture, face, confirmingRegions(face));
  return mean([face.score, ...again.map((seen) => seen?.score ?? 0)]) ?? 0;
}

/** The candidate as it is found in each of the regions that have it in their middle. */
async function detectAt(
  detector: SinglePassDetector,
  picture: Picture,
  candidate: Face,
  regions: readonly Region[],
): Promise<(Face | undefined)[]> {
  const found = await detectIn(detector, picture, regions);
  return regions.map((region, index) => {
    const seen = nearestToCentre(found[index] ?? [], region);
    return seen && similarSize(seen.box, candidate.box) ? seen : undefined;
  });
}
