import type { PixelSize } from "../../math/index.ts";
import search from "../facts/face-search.json" with { type: "json" };
import { boxRegion, type Region } from "./view.ts";

/** How far the search for faces goes: `frame` for video, `photo` where a few tenths of a second do not matter. */
export type SearchEffort = "frame" | "photo";

/**
 * Tiles reach faces down to about 2 % of the shorter side. They overlap by half, so that a face up to half a tile wide lies
 * whole in at least one of them; a tile is searched when it still has more pixels than the 128 that the detector sees.
 */
const { tiles: TILES, minScore: MIN_SCORE } = search;

/** A region to search, and how sure the detector must be there. */
export interface SearchRegion {
  readonly region: Region;
  /** Faces below this confidence, 0…1, are not believed unless the picture has no better one. */
  readonly minScore: number;
}

/**
 * The upright regions of a picture that are searched, the whole of it first. The detector sees a square: in long pictures,
 * square parts as high as the picture are searched, too.
 *
 * In the whole picture a face is large and expected; in a tile every ear and every knuckle may resemble one, so that it has
 * to be surer there.
 */
export function searchRegions(picture: PixelSize, effort: SearchEffort): SearchRegion[] {
  const whole = boxRegion({ x: 0, y: 0, width: picture.width, height: picture.height });
  const regions = [{ region: whole, minScore: MIN_SCORE.whole }];
  if (effort === "frame") return regions;
  const shorter = Math.min(picture.width, picture.height);
  const sides = TILES.fractionsOfShorterSide
    .map((fraction) => shorter * fraction)
    .filter((side) => side >= TILES.minSidePx);
  const isLong = Math.max(picture.width, picture.height) > search.longPictureRatio * shorter;
  return [
    ...regions,
    ...(isLong ? tiles(picture, shorter) : []).map((region) => ({ region, minScore: MIN_SCORE.whole })),
    ...sides.flatMap((side) => tiles(picture, side)).map((region) => ({ region, minScore: MIN_SCORE.tile })),
  ];
}

/** The whole picture turned by a quarter, a half and three quarters: for pictures that lie on their side. */
export function turnedRegions(picture: PixelSize): SearchRegion[] {
  const centre = { x: picture.width / 2, y: picture.height / 2 };
  return [1, 2, 3].map((quarters) => {
    const { width, height } = picture;
    const size = quarters % 2 === 1 ? { width: height, height: width } : { width, height };
    return { region: { centre, size, angle: (quarters * Math.PI) / 2 }, minScore: MIN_SCORE.whole };
  });
}

function tiles(picture: PixelSize, side: number): Region[] {
  const xs = tileStarts(picture.width, side);
  const ys = tileStarts(picture.height, side);
  return ys.flatMap((y) => xs.map((x) => boxRegion({ x, y, width: side, height: side })));
}

/** Evenly spread starts of overlapping tiles that cover 0…length. */
function tileStarts(length: number, side: number): number[] {
  const steps = Math.max(0, Math.ceil((length - side) / (side * TILES.step)));
  return Array.from({ length: steps + 1 }, (_, index) => (steps === 0 ? 0 : (index * (length - side)) / steps));
}
