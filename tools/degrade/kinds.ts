import type { PixelMetricId } from "../../src/engine/metrics/registry.ts";
import { gaussianBlur, motionBlur } from "./blur.ts";
import { downSample, gaussianNoise, jpeg, saltAndPepper } from "./camera.ts";
import { darkenMidTones, expose, flatten, glare } from "./light.ts";
import type { BytePicture } from "./picture.ts";
import type { Random } from "./random.ts";

/** What a degradation may ask besides its strength. */
export interface Scene {
  readonly random: Random;
  /** Side of the face's box in picture pixels. */
  readonly faceSidePx: number;
}

/** A metric by which degradations show. */
export type CurveMetric = PixelMetricId | "resolutionPx";

/** One way in which pictures go bad; everything happens to the picture, before the face is aligned. */
export interface Kind {
  /** For people. */
  readonly label: string;
  /** What a strength means; `{}` stands for the number. */
  readonly strengthLabel: string;
  /** From mild to severe. */
  readonly strengths: readonly number[];
  /** The metrics that this kind worsens. */
  readonly moves: readonly CurveMetric[];
  readonly degrade: (picture: BytePicture, strength: number, scene: Scene) => BytePicture | Promise<BytePicture>;
}

/** Every kind, in the order of the table. Lengths are picture pixels. */
export const KINDS = {
  "gaussian-blur": {
    label: "Out of focus",
    strengthLabel: "σ {} px",
    strengths: [2, 4, 8, 16],
    moves: ["sharpness"],
    degrade: gaussianBlur,
  },
  "motion-blur": {
    label: "Shaken",
    strengthLabel: "{} px",
    strengths: [9, 17, 31, 61],
    moves: ["sharpness"],
    degrade: (picture, length, { random }) => motionBlur(picture, length, random),
  },
  "gaussian-noise": {
    label: "Sensor noise",
    strengthLabel: "σ {}",
    strengths: [10, 25, 50, 100],
    moves: ["noise", "sharpness"],
    degrade: (picture, sigma, { random }) => gaussianNoise(picture, sigma, random),
  },
  "salt-and-pepper": {
    label: "Dead pixels",
    strengthLabel: "{} of all",
    strengths: [0.01, 0.04, 0.1, 0.25],
    moves: ["noise", "sharpness"],
    degrade: (picture, share, { random }) => saltAndPepper(picture, share, random),
  },
  dark: {
    label: "Underexposed",
    strengthLabel: "× {}",
    strengths: [0.4, 0.2, 0.08, 0.03],
    moves: ["brightness", "contrast", "clippedShadows"],
    degrade: expose,
  },
  "dark-mid-tones": {
    label: "Against the light",
    strengthLabel: "γ {}",
    strengths: [2, 3, 5],
    moves: ["brightness", "clippedShadows"],
    degrade: darkenMidTones,
  },
  overexposed: {
    label: "Overexposed",
    strengthLabel: "× {}",
    strengths: [1.5, 2, 3, 5],
    moves: ["brightness", "clippedHighlights"],
    degrade: expose,
  },
  glare: {
    label: "Glare",
    strengthLabel: "{} at the lamp",
    strengths: [0.6, 0.8, 0.95],
    moves: ["brightness", "clippedHighlights"],
    degrade: (picture, strength, { random }) => glare(picture, strength, random),
  },
  "low-contrast": {
    label: "Fog",
    strengthLabel: "× {}",
    strengths: [0.4, 0.2, 0.1, 0.04],
    moves: ["contrast"],
    degrade: flatten,
  },
  jpeg: { label: "JPEG", strengthLabel: "quality {}", strengths: [30, 10, 4], moves: ["sharpness"], degrade: jpeg },
  small: {
    label: "Far away",
    strengthLabel: "face of {} px",
    strengths: [80, 48, 32, 20, 12, 8],
    moves: ["resolutionPx", "sharpness"],
    degrade: (picture, side, { faceSidePx }) => downSample(picture, Math.min(1, side / faceSidePx)),
  },
} as const satisfies Record<string, Kind>;

export type KindId = keyof typeof KINDS;
