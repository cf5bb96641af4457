import type { StateCreator } from "zustand";
import type { Analysis, Engine, EngineInfo, ModelInfo } from "../../engine/index.ts";
import type { Incoming } from "../files/incoming.ts";
import type { StorageFailure } from "../storage/failure.ts";
import type { Language } from "../text/languages.ts";
import type { Problem } from "./problem.ts";
import type { PendingPicture } from "./read-picture.ts";
import type { SampleId } from "./samples.ts";
import type { ViewId } from "./view-ids.ts";
import type { Waiting } from "./waiting.ts";

/** What a visitor has chosen; what is left out is up to the page. */
export interface Settings {
  /** The manifest's default model when left out. */
  readonly modelId?: string | undefined;
  /** The browser's language when left out. */
  readonly language?: Language | undefined;
  /** Whether faces get the second reading, apparent gender. */
  readonly withGender: boolean;
}

export interface SettingsSlice {
  readonly settings: Settings;
  readonly changeSettings: (changes: Partial<Settings>) => void;
}

export interface StorageSlice {
  /** Why the browser keeps nothing, until the visitor has read that and closed it. */
  readonly storageNotice: StorageFailure | undefined;
  readonly noteStorageFailure: (failure: StorageFailure) => void;
  readonly dismissStorageNotice: () => void;
}

export interface ViewSlice {
  readonly view: ViewId;
  readonly goTo: (view: ViewId) => void;
}

/** Whether the app would work without a network. */
export type OfflineState =
  | { readonly status: "unknown" }
  | { readonly status: "ready" }
  /** Another version is stored and waits; `takeOver` starts it and loads the page again. */
  | { readonly status: "update"; readonly takeOver: () => void };

export interface OfflineSlice {
  readonly offline: OfflineState;
  readonly setOffline: (offline: OfflineState) => void;
}

/** How far the engine is with getting ready. */
export type EngineState =
  | { readonly status: "idle" }
  | { readonly status: "loading"; readonly waiting: Waiting }
  | { readonly status: "ready"; readonly info: EngineInfo }
  | { readonly status: "failed"; readonly problem: Problem };

export interface EngineSlice {
  readonly engine: EngineState;
  /** Loads the models ahead of the first picture; a load that failed is tried again. */
  readonly preload: () => Promise<void>;
  /** Reads a picture without showing it; as the engine's own. */
  readonly analyse: Engine["analyse"];
  /** Applies filters to a face's crop; as the engine's own. */
  readonly enhance: Engine["enhance"];
}

export interface ModelsSlice {
  /** Every model of the manifest, once `loadModels` has fetched the list. */
  readonly models: readonly ModelInfo[] | undefined;
  readonly loadModels: () => Promise<void>;
  /** Reads with this model from now on, and what is open again. */
  readonly chooseModel: (id: string) => Promise<void>;
  /** Switches the second reading on or off, and reads what is open again. */
  readonly chooseGender: (withGender: boolean) => Promise<void>;
  /** As the engine's own. */
  readonly compareModels: Engine["compare"];
  /** As the engine's own. */
  readonly explain: Engine["explain"];
}

export interface ImagesSlice {
  /** The picture that is shown while it is being read, or while it waits for its turn. */
  readonly pending: PendingPicture | undefined;
  /** Reads a picture; the one that is being read is cancelled. Failures end up as the state's `problem`. */
  readonly open: (picture: Blob) => Promise<void>;
  /** Reads one of the page's own pictures. */
  readonly openSample: (id: SampleId) => Promise<void>;
  /** Stops reading; what was shown before comes back. */
  readonly cancel: () => void;
}

/** A picture that has been read. */
export interface PictureResult {
  /** The file's name. */
  readonly name: string;
  readonly picture: Blob;
  /** Address to show it from. */
  readonly url: string;
  readonly analysis: Analysis;
}

export interface ResultsSlice {
  /** The latest picture that could be read; a failure leaves it where it is. */
  readonly result: PictureResult | undefined;
  readonly problem: Problem | undefined;
  /** Index into the analysis' faces. */
  readonly selectedFace: number | undefined;
  readonly show: (result: PictureResult) => void;
  readonly report: (problem: Problem) => void;
  readonly dismissProblem: () => void;
  readonly selectFace: (index: number) => void;
}

type ReelOutcome =
  | { readonly status: "read"; readonly analysis: Analysis }
  | { readonly status: "failed"; readonly problem: Problem };

/** One of several pictures that were opened together. */
export interface ReelPicture {
  readonly id: number;
  readonly name: string;
  readonly picture: Blob;
  /** Address to show it from. */
  readonly url: string;
  /** Not there before its turn. */
  readonly outcome?: ReelOutcome;
}

export interface ReelSlice {
  /** Pictures that were opened together, in their order; empty where there was only one. */
  readonly reel: readonly ReelPicture[];
  readonly shownInReel: number | undefined;
  /** Opens pictures, one of which is shown: the first, or that at `shownIndex`. They are read one after the other. */
  readonly openAll: (pictures: readonly Blob[], shownIndex?: number) => Promise<void>;
  readonly showInReel: (id: number) => void;
  /** Ends reading; pictures that were not read are taken off the reel. */
  readonly stopReel: () => void;
  /** Lets go of all pictures. */
  readonly closeReel: () => void;
}

export interface BatchIntakeSlice {
  /** What waits for the batch to take it. */
  readonly forBatch: readonly Incoming[];
  /** Opens what was dropped, pasted or picked: folders and large numbers go to the batch, the rest is shown. */
  readonly receive: (incoming: readonly Incoming[]) => void;
  /** Empties `forBatch` and returns what was in it. */
  readonly takeForBatch: () => readonly Incoming[];
}

/** Everything that the page knows. */
export type AppState = BatchIntakeSlice &
  EngineSlice &
  ImagesSlice &
  ModelsSlice &
  OfflineSlice &
  ReelSlice &
  ResultsSlice &
  SettingsSlice &
  StorageSlice &
  ViewSlice;

/** A part of the state together with what changes it. */
export type Slice<T> = StateCreator<AppState, [], [], T>;

/** Gives the one engine, starting it at the first call. */
export type GetEngine = () => Engine;
