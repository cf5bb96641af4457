import type { Analysis } from "../../../engine/index.ts";
import { labelScale } from "../../../labels/label-size.ts";
import { type PixelSize, zip } from "../../../math/index.ts";
import { layOutFaces } from "../face-layout.ts";
import { labelText } from "../face-words.ts";
import { fitInto } from "../fit.ts";
import type { AnnotationPlan, FaceMark } from "./messages.ts";

/** Pictures are laid out as if they filled a screen of this size, so that labels are as legible on a print of them. */
const SCREEN: PixelSize<"screen"> = { width: 1440, height: 1080 };

/** Lays out boxes and labels for a picture; one that is smaller than a screen is laid out in its own pixels. */
export function planAnnotation(analysis: Analysis): AnnotationPlan {
  const { picture, faces } = analysis;
  const { width, height } = picture;
  const size = width <= SCREEN.width && height <= SCREEN.height ? { width, height } : fitInto(picture, SCREEN);
  const scale = labelScale(size.width);
  const { boxes, labels } = layOutFaces(analysis, size, scale);
  const marks = zip(faces, zip(boxes, labels)).map(([face, [box, placed]]): FaceMark => {
    const { years, interval } = labelText(face);
    return {
      box,
      ...(placed && { label: { box: placed.box, years, interval: placed.withInterval ? interval : "" } }),
    };
  });
  return { size, labelScale: scale, marks };
}
