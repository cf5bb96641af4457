import { type StoreApi, useStore } from "zustand";
import type { AppState } from "../store/app-state.ts";
import { useAppStore } from "../store/store.ts";
import type { BatchState } from "./batch-state.ts";
import { createBatchStore } from "./batch-store.ts";
import { Keeper } from "./keeper.ts";

/** One batch for each page: it goes on while the visitor is in another view. */
const batches = new WeakMap<StoreApi<AppState>, StoreApi<BatchState>>();

function batchOf(app: StoreApi<AppState>): StoreApi<BatchState> {
  const known = batches.get(app);
  if (known) return known;
  const { analyse, noteStorageFailure } = app.getState();
  const batch = createBatchStore(analyse, new Keeper(), noteStorageFailure);
  batches.set(app, batch);
  return batch;
}

/** Reads from the page's batch and follows its changes; `select` must give the same value for the same state. */
export function useBatch<T>(select: (state: BatchState) => T): T {
  return useStore(batchOf(useAppStore()), select);
}
