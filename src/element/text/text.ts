import type { CameraProblem, ErrorCode } from "../../engine/index.ts";

/** What went wrong, as far as a visitor can do something about it. */
export type Trouble = "picture" | "server" | "device" | "not-allowed" | "no-camera" | "camera-busy" | "camera";

/** Everything that the element says, in one language. */
export interface ElementText {
  /** What the picture is called where it has no other name. */
  readonly picture: string;
  readonly faces: string;
  readonly reading: string;
  /** Megabytes as text. */
  readonly loading: (loaded: string, total: string) => string;
  readonly noFace: string;
  /** A face in one line, without a number where it is the only one. */
  readonly face: (position: number | undefined, ages: string) => string;
  readonly ages: (years: number, low: number, high: number) => string;
  readonly noAge: string;
  readonly start: string;
  readonly stop: string;
  readonly again: string;
  readonly opening: string;
  readonly privacy: string;
  readonly troubles: Readonly<Record<Trouble, string>>;
}

/** The trouble that each code of an EngineError is to a visitor. */
export const TROUBLE_OF_CODE: Readonly<Record<ErrorCode, Trouble>> = {
  "empty-file": "picture",
  "not-an-image": "picture",
  "damaged-image": "picture",
  "unsupported-image": "picture",
  "image-too-large": "picture",
  "image-too-small": "picture",
  "picture-unreachable": "picture",
  "picture-protected": "picture",
  "picture-not-ready": "picture",
  "picture-closed": "picture",
  "model-missing": "server",
  "model-altered": "server",
  "manifest-invalid": "server",
  "unknown-model": "server",
  "download-failed": "server",
  "canvas-scrambled": "device",
  "unsupported-browser": "device",
  "gpu-lost": "device",
  "out-of-memory": "device",
  "worker-crashed": "device",
  "engine-closed": "device",
  internal: "device",
};

/** The trouble that each problem with a camera is to a visitor. */
export const TROUBLE_OF_PROBLEM: Readonly<Record<CameraProblem, Trouble>> = {
  denied: "not-allowed",
  framed: "not-allowed",
  insecure: "not-allowed",
  "not-offered": "not-allowed",
  none: "no-camera",
  gone: "no-camera",
  "in-use": "camera-busy",
  silent: "camera",
  unknown: "camera",
};
