import type { StateCreator } from "zustand";
import type { Engine } from "../../engine/index.ts";
import type { BatchIntakeSlice } from "./batch-intake-slice.ts";
import type { EngineSlice } from "./engine-slice.ts";
import type { ImagesSlice } from "./images-slice.ts";
import type { ModelsSlice } from "./models-slice.ts";
import type { OfflineSlice } from "./offline-slice.ts";
import type { ReelSlice } from "./reel-slice.ts";
import type { ResultsSlice } from "./results-slice.ts";
import type { SettingsSlice } from "./settings-slice.ts";
import type { ViewSlice } from "./view-slice.ts";

/** Everything that the page knows. */
export type AppState = BatchIntakeSlice &
  EngineSlice &
  ImagesSlice &
  ModelsSlice &
  OfflineSlice &
  ReelSlice &
  ResultsSlice &
  SettingsSlice &
  ViewSlice;

/** A part of the state together with what changes it. */
export type Slice<T> = StateCreator<AppState, [], [], T>;

/** Gives the one engine, starting it at the first call. */
export type GetEngine = () => Engine;
