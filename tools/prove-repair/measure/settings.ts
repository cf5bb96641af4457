/** What is to be measured, and with what. */
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

/** What a worker gets when it starts. */
export interface WorkerData {
  readonly settings: Settings;
  /** Where it writes its samples. */
  readonly folder: string;
}

/** Where workers say how many chips they have measured. */
export const PROGRESS_CHANNEL = "measured chips";
