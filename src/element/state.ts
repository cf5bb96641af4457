import type { Analysis, CameraError, EngineError, FollowedFrame, Progress } from "../engine/index.ts";

/** What the element shows of a picture. */
export type ShownPicture = HTMLImageElement | HTMLCanvasElement | HTMLVideoElement;

/** How far the element is. */
export type ElementState =
  | { readonly kind: "empty" }
  | { readonly kind: "reading"; readonly shown?: ShownPicture | undefined; readonly progress?: Progress | undefined }
  | { readonly kind: "read"; readonly shown: ShownPicture | undefined; readonly analysis: Analysis }
  | { readonly kind: "failed"; readonly shown?: ShownPicture | undefined; readonly error: EngineError | CameraError }
  | { readonly kind: "camera-off" }
  | { readonly kind: "camera-opening" }
  | {
      readonly kind: "camera-on";
      readonly shown: HTMLVideoElement;
      readonly frame?: FollowedFrame | undefined;
      readonly progress?: Progress | undefined;
    };

/** Work that goes on until it is stopped. */
export type Stop = () => void;

/** Called with every new state. */
export type Tell = (state: ElementState) => void;
