import type { PixelBox, PixelSize } from "../../../math/index.ts";

/** A face to be drawn, in units of the plan. */
export interface FaceMark {
  readonly box: PixelBox;
  /** Left out where there is no space for one. */
  readonly label?: { readonly box: PixelBox; readonly years: string; readonly interval: string };
}

/** What is to be drawn on a picture, laid out as on a screen; plain data, for a worker to carry out. */
export interface AnnotationPlan {
  /** The picture's size in units of the plan. */
  readonly size: PixelSize;
  readonly labelScale: number;
  readonly marks: readonly FaceMark[];
}

/** What the worker is asked. */
export interface AnnotateRequest {
  readonly picture: Blob;
  readonly plan: AnnotationPlan;
  readonly fontUrl: string;
}

/** A picture with its faces and ages drawn on it. */
export interface AnnotatedPicture extends PixelSize {
  readonly png: Blob;
  /** False where the browser could not draw all of the picture's pixels. */
  readonly isFull: boolean;
}

/** What the worker answers. */
export type AnnotateReply =
  | ({ readonly status: "done" } & AnnotatedPicture)
  | { readonly status: "failed"; readonly reason: string };
