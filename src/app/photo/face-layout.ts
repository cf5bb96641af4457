import type { Analysis } from "../../engine/index.ts";
import { boxOnScreen } from "../../labels/box.ts";
import { layoutLabels, type PlacedLabel } from "../../labels/label-layout.ts";
import { labelSizes, roomForIntervals } from "../../labels/label-size.ts";
import { type PixelBox, type PixelSize, zip } from "../../math/index.ts";
import { labelText } from "./face-words.ts";

/** Where the faces of a picture and their labels are drawn, in the order of the faces. Lengths in CSS pixels. */
export interface FaceLayout {
  readonly boxes: readonly PixelBox<"screen">[];
  /** Without those for which there is no space. */
  readonly labels: readonly (PlacedLabel | undefined)[];
}

/** Lays out faces and labels on a picture that is drawn at `shown` size; `scale` is that of the labels. */
export function layOutFaces({ faces, picture }: Analysis, shown: PixelSize<"screen">, scale: number): FaceLayout {
  const boxes = faces.map(({ box }) => boxOnScreen(box, picture, shown));
  const withIntervals = roomForIntervals(
    boxes.map(({ width }) => width),
    scale,
  );
  const requests = zip(faces, boxes).map(([face, box]) => ({
    face: box,
    sizes: labelSizes(labelText(face), scale, withIntervals),
  }));
  return { boxes, labels: layoutLabels(requests, shown) };
}
