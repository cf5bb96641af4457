import type { PixelSize } from "../../math/index.ts";
import { boxRegion, type Region } from "./view.ts";

/** How far the search for faces goes: `frame` for video, `photo` where a few tenths of a second do not matter. */
export type SearchEffort = "frame" | "photo";

/** Tiles overlap by half, so that a face up to half a tile wide lies whole in at least one of them. */
const TILE_STEP = 0.5;
/** A tile is searched when it still has this many pixels: more than the 128 that the detector sees. */
const MIN_TILE_SIDE_PX = 160;
/** Tiles of 1/2 and 1/4 of the shorter side: faces down to about 2 % of it. */
const TILE_FRACTIONS = [1 / 2, 1 / 4];

/** A region to search, and how sure the detector must be there. */
export interface SearchRegion {
  readonly region: Region;
  /** Faces below this confidence, 0…1, are not believed unless the picture has no better one. */
  readonly minScore: number;
}

/** The detector sees a square: in pictures longer than this, square parts as high as the picture are searched, too. */
const LONG_PICTURE_RATIO = 1.4;

/** In the whole picture a face is large and expected; in a tile every ear and every knuckle may resemble one. */
const MIN_SCORE_WHOLE = 0.5;
const MIN_SCORE_TILE = 0.73;

/** The upright regions of a picture that are searched, the whole of it first. */
export function searchRegions(picture: PixelSize, effort: SearchEffort): SearchRegion[] {
  const whole = boxRegion({ x: 0, y: 0, width: picture.width, height: picture.height });
  const regions = [{ region: whole, minScore: MIN_SCORE_WHOLE }];
  if (effort === "frame") return regions;
  const shorter = Math.min(picture.width, picture.height);
  const sides = TILE_FRACTIONS.map((fraction) => shorter * fraction).filter((side) => side >= MIN_TILE_SIDE_PX);
  const isLong = Math.max(picture.width, picture.height) > LONG_PICTURE_RATIO * shorter;
  return [
    ...regions,
    ...(isLong ? tiles(picture, shorter) : []).map((region) => ({ region, minScore: MIN_SCORE_WHOLE })),
    ...sides.flatMap((side) => tiles(picture, side)).map((region) => ({ region, minScore: MIN_SCORE_TILE })),
  ];
}

/** The whole picture turned by a quarter, a half and three quarters: for pictures that lie on their side. */
export function turnedRegions(picture: PixelSize): SearchRegion[] {
  const centre = { x: picture.width / 2, y: picture.height / 2 };
  return [1, 2, 3].map((quarters) => {
    const { width, height } = picture;
    const size = quarters % 2 === 1 ? { width: height, height: width } : { width, height };
    return { region: { centre, size, angle: (quarters * Math.PI) / 2 }, minScore: MIN_SCORE_WHOLE };
  });
}

function tiles(picture: PixelSize, side: number): Region[] {
  const xs = tileStarts(picture.width, side);
  const ys = tileStarts(picture.height, side);
  return ys.flatMap((y) => xs.map((x) => boxRegion({ x, y, width: side, height: side })));
}

/** Evenly spread starts of overlapping tiles that cover 0…length. */
function tileStarts(length: number, side: number): number[] {
  const steps = Math.max(0, Math.ceil((length - side) / (side * TILE_STEP)));
  return Array.from({ length: steps + 1 }, (_, index) => (steps === 0 ? 0 : (index * (length - side)) / steps));
}
