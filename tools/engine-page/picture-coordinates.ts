import { mapKeypoints } from "../../src/engine/detect/face.ts";
import type { FaceKeypoints } from "../../src/engine/index.ts";
import { boxCentre, distance, type PixelBox, type PixelSize, type Point } from "../../src/math/index.ts";

/** How a picture differs from what the engine saw of it: padded by `offset` on each side, then scaled down. */
export interface PictureFrame {
  readonly engineSize: PixelSize;
  readonly inputSize: PixelSize;
  readonly offset: Point;
}

/** Size of the picture as distributed: without the padding. */
export function distributedSize({ inputSize, offset }: PictureFrame): PixelSize {
  return { width: inputSize.width - 2 * offset.x, height: inputSize.height - 2 * offset.y };
}

/** A face in pixels of the picture as distributed; it may lie partly outside of it. */
export function toDistributed<F extends { readonly box: PixelBox; readonly keypoints: FaceKeypoints }>(
  face: F,
  { engineSize, inputSize, offset }: PictureFrame,
): F {
  const scale = inputSize.width / engineSize.width;
  const move = ({ x, y }: Point) => ({ x: x * scale - offset.x, y: y * scale - offset.y });
  const { width, height } = face.box;
  return {
    ...face,
    box: { ...move(face.box), width: width * scale, height: height * scale },
    keypoints: mapKeypoints(face.keypoints, move),
  };
}

/** The face whose box's centre is nearest the centre of the picture: the one that data sets label. */
export function nearestCentre<F extends { readonly box: PixelBox }>(
  faces: readonly F[],
  { width, height }: PixelSize,
): F | undefined {
  const middle = { x: width / 2, y: height / 2 };
  const away = ({ box }: F) => distance(boxCentre(box), middle);
  return [...faces].sort((a, b) => away(a) - away(b))[0];
}
