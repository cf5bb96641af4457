import type { Analysis } from "../../engine/index.ts";
import { type Box, boxOnScreen } from "./box.ts";
import { labelText } from "./face-words.ts";
import type { Size } from "./fit.ts";
import { layoutLabels, type PlacedLabel } from "./label-layout.ts";
import { labelSizes, roomForIntervals } from "./label-size.ts";

/** Where the faces of a picture and their labels are drawn, in the order of the faces. Lengths in CSS pixels. */
export interface FaceLayout {
  readonly boxes: readonly Box[];
  /** Without those for which there is no space. */
  readonly labels: readonly (PlacedLabel | undefined)[];
}

/** Lays out faces and labels on a picture that is drawn at `shown` size; `scale` is that of the labels. */
export function layOutFaces({ faces, picture }: Analysis, shown: Size, scale: number): FaceLayout {
  const boxes = faces.map(({ box }) => boxOnScreen(box, picture, shown));
  const withIntervals = roomForIntervals(
    boxes.map(({ width }) => width),
    scale,
  );
  const requests = faces.map((face, index) => ({
    face: boxes[index] ?? face.box,
    sizes: labelSizes(labelText(face), scale, withIntervals),
  }));
  return { boxes, labels: layoutLabels(requests, shown) };
}
