import type { StoreApi } from "zustand";
import type { Problem } from "../store/problem.ts";
import type { BatchItem } from "./batch-item.ts";
import type { Collected } from "./collect.ts";

/** What the batch is doing. `paused` waits for the person, `idle` has nothing to do. */
export type BatchStatus = "idle" | "running" | "paused";

/** Everything that is known about the batch, and all that can be done with it. */
export interface BatchState {
  readonly items: readonly BatchItem[];
  readonly status: BatchStatus;
  /** Id of the picture that is being read. */
  readonly readingId: string | undefined;
  /** Milliseconds until all is read, as far as that can be told. */
  readonly remainingMs: number | undefined;
  /** Files that were left out because they are no pictures. */
  readonly leftOut: number;
  /** Whether the browser keeps the batch for the time after a reload. */
  readonly isKept: boolean;
  /** Folders that can be opened again after a reload, if the person allows it. */
  readonly folders: readonly FileSystemDirectoryHandle[];
  /** What stopped the batch, if it was none of its pictures. */
  readonly problem: Problem | undefined;
  /** Adds what was found and goes on reading; files that are known already only become readable again. */
  readonly add: (collected: Collected) => void;
  readonly pause: () => void;
  readonly goOn: () => void;
  /** Ends reading; pictures that were not read leave the batch. */
  readonly cancel: () => void;
  /** Reads pictures again. */
  readonly retry: (ids: readonly string[]) => void;
  /** Empties the batch and forgets what was kept of it. */
  readonly clear: () => void;
  readonly setKept: (isKept: boolean) => Promise<void>;
  /** Takes up a batch that was kept before a reload. */
  readonly restore: () => Promise<void>;
  /** The picture's file; not there after a reload, until it is chosen again. */
  readonly fileOf: (id: string) => File | undefined;
  readonly dismissProblem: () => void;
}

/** How the parts of the batch reach its state. */
export type BatchAccess = Pick<StoreApi<BatchState>, "getState" | "setState">;

/** How many pictures have yet to be read. */
export function countWaiting(items: readonly BatchItem[]): number {
  return items.filter(({ status }) => status === "waiting").length;
}
