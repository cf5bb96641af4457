/** What workers need to know; passed to them as JSON. */
export interface Settings {
  readonly images: string;
  readonly keypoints: string;
  readonly split: string;
  /** Folder of the app's models. */
  readonly models: string;
  /** Default model when left out. */
  readonly modelId?: string;
  /** All of the test part when left out. */
  readonly limit?: number;
  readonly seed: number;
}
