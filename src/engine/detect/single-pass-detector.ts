import type { Face } from "./face.ts";
import type { Picture } from "./picture.ts";
import type { View } from "./view.ts";

/** A face detector that looks once at each view of a picture; whatever computes it. */
export interface SinglePassDetector {
  /** How many views are best handed over at once. */
  readonly viewsAtOnce: number;
  /**
   * The faces of each view, in pixels of the view, surest first.
   *
   * @throws EngineError `gpu-lost` instead of faces from a graphics context that is lost.
   */
  detect(picture: Picture, views: readonly View[]): Promise<Face<"view">[][]>;
  /** True once what the detector computes with is lost: another detector has to take its place. */
  readonly lost: boolean;
  /** Releases the detector. */
  close(): void;
}
