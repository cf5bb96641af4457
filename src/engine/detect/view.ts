import {
  applySimilarity,
  boxCentre,
  invertSimilarity,
  type PixelBox,
  type PixelSize,
  type Point,
  type Similarity,
  type Space,
  similarityScale,
} from "../../math/index.ts";
import search from "../facts/face-search.json" with { type: "json" };
import { type Face, mapKeypoints } from "./face.ts";
import { bilinearContext, halved, type Picture } from "./picture.ts";

/** A part of the picture, turned and scaled, as the detector will see it. */
export interface View {
  readonly size: PixelSize<"view">;
  /** View pixels → picture pixels. */
  readonly toPicture: Similarity<"view", "picture">;
}

/** Longest side of a view. The detector scales it to 128 pixels: a few times that leaves nothing to gain. */
const VIEW_SIDE_PX = search.viewSidePx;

/** A part of the picture by its centre and size, turned clockwise by `angle` radians before it is shown. */
export interface Region {
  readonly centre: Point<"picture">;
  readonly size: PixelSize<"picture">;
  readonly angle: number;
}

/** The region that is exactly `box`, upright. */
export function boxRegion(box: PixelBox<"picture">): Region {
  return {
    centre: boxCentre(box),
    size: { width: box.width, height: box.height },
    angle: 0,
  };
}

/** A view of `region` (its size counted along the turned axes), scaled down where it is larger than a view. */
export function viewOf({ centre, size: region, angle }: Region): View {
  const scale = Math.max(1, Math.max(region.width, region.height) / VIEW_SIDE_PX);
  const size = {
    width: Math.max(1, Math.round(region.width / scale)),
    height: Math.max(1, Math.round(region.height / scale)),
  };
  const turn = { a: scale * Math.cos(angle), b: -scale * Math.sin(angle), tx: 0, ty: 0 };
  const middle = applySimilarity(turn, { x: size.width / 2, y: size.height / 2 });
  return { size, toPicture: { ...turn, tx: centre.x - middle.x, ty: centre.y - middle.y } };
}

/** Draws the view into `canvas`, which takes the view's size. What lies outside the picture is black. */
export function drawView(canvas: OffscreenCanvas, picture: Picture, view: View): void {
  canvas.width = view.size.width;
  canvas.height = view.size.height;
  const { a, b, tx, ty } = invertSimilarity(view.toPicture);
  const context = bilinearContext(canvas);
  context.setTransform(a, b, -b, a, tx, ty);
  context.drawImage(halved(picture, halvings(1 / Math.hypot(a, b))), 0, 0, picture.width, picture.height);
}

/** How often a picture can be halved before it is drawn `reduction` times smaller, so that no pixel is passed over. */
function halvings(reduction: number): number {
  // Rounding must not make a reduction to exactly a half one to less.
  return Math.max(0, Math.floor(Math.log2(reduction * 1.000001)));
}

/** A face in another space, such as that of a view in the picture. A box that is turned keeps its side and its centre. */
export function mapFace<From extends Space, To extends Space>(face: Face<From>, map: Similarity<From, To>): Face<To> {
  const { width, height } = face.box;
  const centre = applySimilarity(map, boxCentre(face.box));
  const scale = similarityScale(map);
  return {
    box: {
      x: centre.x - (width * scale) / 2,
      y: centre.y - (height * scale) / 2,
      width: width * scale,
      height: height * scale,
    },
    keypoints: mapKeypoints(face.keypoints, (point) => applySimilarity(map, point)),
    score: face.score,
  };
}
