import type { Picture, PictureDetector } from "../../src/engine/detect/detect.ts";
import type { Face } from "../../src/engine/detect/face.ts";
import type { SinglePassDetector } from "../../src/engine/detect/face-detector.ts";
import { mergeFaces } from "../../src/engine/detect/merge.ts";
import { closeRegion, nearestToCentre, similarSize } from "../../src/engine/detect/refine.ts";
import { searchRegions, turnedRegions } from "../../src/engine/detect/search-regions.ts";
import { drawView, mapFace, type Region, viewOf } from "../../src/engine/detect/view.ts";

/** A face with the kind of region that it was found in first, so that minimum scores can be chosen afterwards. */
export interface FoundFace extends Face {
  readonly seenIn: "whole" | "tile";
}

/** One way of searching a picture for faces. */
export type Search = (picture: Picture) => Promise<readonly FoundFace[]>;

const SURELY_UPRIGHT_SCORE = 0.75;
const QUARTER_TURNS = [0, Math.PI / 2, Math.PI, -Math.PI / 2];
const canvas = new OffscreenCanvas(1, 1);

/** The detector on the whole picture, once. */
export function wholePicture(detector: SinglePassDetector): Search {
  return async (picture) => detectInAll(detector, picture, [wholeRegion(picture)], "whole");
}

/** The app's own search. What it returns has passed its minimum scores. */
export function asShipped(detector: PictureDetector, effort: "frame" | "photo"): Search {
  const checkpoint = async () => undefined;
  return async (picture) =>
    (await detector.detect(picture, effort, checkpoint)).map((face) => ({ ...face, seenIn: "whole" }));
}

/** Which detector searches, in which tiles, and which one detects again in the close view. */
export interface CandidateSearch {
  readonly searching: SinglePassDetector;
  readonly refining: SinglePassDetector;
  /** Sides of the tiles as shares of the picture's shorter side; those of the app when left out. */
  readonly tileShares?: readonly number[];
}

/**
 * The app's search with effort "photo", put together from its parts, without its minimum scores: what is left after any
 * minimum can be counted later.
 */
export function allCandidates({ searching, refining, tileShares }: CandidateSearch): Search {
  return async (picture) => {
    const [whole, ...others] = searchRegions(picture, "photo");
    const shorter = Math.min(picture.width, picture.height);
    const used = others.filter(({ region }) => tileShares?.includes(region.size.width / shorter) ?? true);
    let found = mergeFaces(
      [...(whole ? [whole] : []), ...used].flatMap(({ region, minScore }) =>
        detectInAll(searching, picture, [region], minScore === whole?.minScore ? "whole" : "tile"),
      ),
    );
    if (found.length === 0) {
      const turned = turnedRegions(picture).map(({ region }) => region);
      found = mergeFaces(detectInAll(searching, picture, turned, "whole"));
    }
    return mergeFaces(found.map((face) => ({ ...refine(refining, picture, face), seenIn: face.seenIn })));
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
  return regions.flatMap((region) => detectIn(detector, picture, region).map((face) => ({ ...face, seenIn })));
}

function detectIn(detector: SinglePassDetector, picture: Picture, region: Region): Face[] {
  const view = viewOf(region);
  drawView(canvas, picture, view);
  return detector.detect(canvas).map((face) => mapFace(face, view.toPicture));
}

function refine(detector: SinglePassDetector, picture: Picture, candidate: Face): Face {
  let best: Face | undefined;
  for (const turn of QUARTER_TURNS) {
    const region = closeRegion(candidate, turn);
    const seen = nearestToCentre(detectIn(detector, picture, region), region);
    if (seen && similarSize(seen.box, candidate.box) && seen.score > (best?.score ?? 0)) best = seen;
    if (turn === 0 && best && best.score >= SURELY_UPRIGHT_SCORE) break;
  }
  return best ?? candidate;
}
