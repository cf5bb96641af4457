import {
  applySimilarity,
  boxCentre,
  distance,
  fitSimilarity,
  invertSimilarity,
  type Point,
  type Similarity,
  similarityScale,
} from "../../math/index.ts";
import type { AlignmentSource } from "../api.ts";
import type { Face } from "../detect/face.ts";
import facts from "../facts/face.json" with { type: "json" };

/** The keypoints that place a crop; the ears are left out because a turned head hides one. */
export const ALIGNMENT_POINTS = ["rightEye", "leftEye", "nose", "mouth"] as const;

/** Where a face lies in its crop, in units of the crop's side; measured from data and kept in the model manifest. */
export interface AlignmentTemplate {
  readonly points: Readonly<Record<(typeof ALIGNMENT_POINTS)[number], readonly [number, number]>>;
  /** The usual place of the detector's box. */
  readonly box: { readonly centre: readonly [number, number]; readonly side: number };
  /** Root mean square distance of the four points from the template above which keypoints are not believed. */
  readonly maxResidual: number;
}

/** Where a crop lies in the picture. */
export interface CropPlacement {
  /** Crop pixels → picture pixels. */
  readonly cropToPicture: Similarity<"crop", "picture">;
  readonly source: AlignmentSource;
}

/** A crop's side over the box's side may differ from its usual value by this much before the keypoints are doubted. */
const { plausibleSideRatio: PLAUSIBLE_SIDE_RATIO } = facts;

/**
 * Places the crop of `cropSize` pixels on a face.
 *
 * The similarity is fitted from the picture to the template and then inverted: in that direction the scale stays right
 * for profiles, where horizontal distances collapse (Umeyama 1991).
 */
export function placeCrop(face: Face, template: AlignmentTemplate, cropSize: number): CropPlacement {
  const byKeypoints = placeByKeypoints(face, template, cropSize);
  if (byKeypoints) return { cropToPicture: byKeypoints, source: "keypoints" };
  return { cropToPicture: placeByBox(face, template, cropSize), source: "box" };
}

function placeByKeypoints(
  face: Face,
  template: AlignmentTemplate,
  cropSize: number,
): CropPlacement["cropToPicture"] | undefined {
  const seen = ALIGNMENT_POINTS.map((name) => face.keypoints[name]);
  const wanted = ALIGNMENT_POINTS.map((name) => scaled(template.points[name], cropSize));
  const pictureToCrop = fitSimilarity(seen, wanted);
  if (!pictureToCrop) return undefined;
  const squares = seen.map(
    (point, index) => distance(applySimilarity(pictureToCrop, point), wanted[index] as Point<"crop">) ** 2,
  );
  const residual = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length) / cropSize;
  const sideRatio = (cropSize / similarityScale(pictureToCrop) / face.box.width) * template.box.side;
  const plausible = sideRatio >= PLAUSIBLE_SIDE_RATIO.min && sideRatio <= PLAUSIBLE_SIDE_RATIO.max;
  return plausible && residual <= template.maxResidual ? invertSimilarity(pictureToCrop) : undefined;
}

/** An upright crop, as large as usual for a box of this size. */
function placeByBox(face: Face, { box }: AlignmentTemplate, cropSize: number): CropPlacement["cropToPicture"] {
  const scale = face.box.width / box.side / cropSize;
  const centre = boxCentre(face.box);
  const target = scaled(box.centre, cropSize);
  return { a: scale, b: 0, tx: centre.x - scale * target.x, ty: centre.y - scale * target.y };
}

function scaled([x, y]: readonly [number, number], size: number): Point<"crop"> {
  return { x: x * size, y: y * size };
}
