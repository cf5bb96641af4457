import type { BackendChoice } from "../api.ts";

/** What the worker is told once: an EngineOptions with every address absolute. */
export interface EngineConfig {
  /** Address of manifest.json. */
  readonly manifestUrl: string;
  readonly backend: BackendChoice;
  /** The manifest's default model when left out. */
  readonly modelId?: string | undefined;
  /** Where files lie that are not where the bundler or the manifest says, by paths in the package's `dist`. */
  readonly files?: FileUrls;
}

/** Absolute addresses by paths in the package's `dist`. */
export type FileUrls = Readonly<Record<string, string>>;
