/** A face as it is exported: plain data, in the picture's upright pixels, years, and units of the metrics. */
export interface FaceRecord {
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** The detector's confidence, 0…1. */
  readonly score: number;
  /** `null` for a face that was refused. */
  readonly age: {
    readonly years: number;
    readonly low: number;
    readonly high: number;
    /** Share of faces whose true age lies between low and high, 0…1. */
    readonly level: number;
  } | null;
  /** Names of the filters that repaired the face before it was read. */
  readonly repairs: readonly string[];
  /** The failed checks for which the interval is wider than usual. */
  readonly widenedFor: readonly string[];
  /** Why there is no age. */
  readonly refusal: string | null;
  /** The second reading, where it was asked for: what the face looks like, and the network's probability for it. */
  readonly gender: { readonly apparent: string; readonly share: number } | null;
  /** What was measured, by the metric's name; angles in degrees. */
  readonly metrics: Readonly<Record<string, number>>;
  /** The standards of quality that are not met, by name. */
  readonly failedChecks: readonly string[];
  /** `keypoints`, or `box` where eyes and mouth could not be made out. */
  readonly alignedBy: string;
  /** Probability of each whole age from 0, where it was kept. */
  readonly posterior?: readonly number[];
}

/** A picture as it is exported. */
export interface PictureRecord {
  /** The file's name, with its folders where they are known. */
  readonly name: string;
  /** Sentence that says why it could not be read. */
  readonly problem: string | null;
  /** `null` for a picture that could not be read. */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly faces: readonly FaceRecord[];
  readonly modelId: string | null;
  readonly backend: string | null;
}
