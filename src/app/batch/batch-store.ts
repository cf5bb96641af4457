import { createStore, type StoreApi } from "zustand";
import type { Engine } from "../../engine/index.ts";
import { type StorageFailure, toStorageFailure } from "../storage/failure.ts";
import { type BatchItem, type FoundFile, itemId, withState } from "./batch-item.ts";
import { BatchReader } from "./batch-reader.ts";
import type { BatchState } from "./batch-state.ts";
import type { Keeper } from "./keeper.ts";

const EMPTY = {
  items: [],
  status: "idle",
  readingId: undefined,
  remainingMs: undefined,
  leftOut: 0,
  isKept: false,
  folders: [],
  problem: undefined,
} as const;

/**
 * Creates a batch that reads with `analyse`, and that `keeper` keeps if the person agrees. Where that fails the batch goes
 * on, but only on this page, and `onStorageFailure` is told why.
 */
export function createBatchStore(
  analyse: Engine["analyse"],
  keeper: Pick<Keeper, keyof Keeper>,
  onStorageFailure: (failure: StorageFailure) => void,
): StoreApi<BatchState> {
  return createStore<BatchState>()((set, get, batch) => {
    const update = (changed: readonly BatchItem[]) => {
      const byId = new Map(changed.map((item) => [item.id, item]));
      set({ items: get().items.map((item) => byId.get(item.id) ?? item) });
      void whenStored(keeper.put(changed));
    };
    const reader = new BatchReader(analyse, batch, (item) => update([item]));

    const whenStored = async (work: Promise<void>) => {
      try {
        await work;
      } catch (error) {
        set({ isKept: false });
        onStorageFailure(toStorageFailure(error));
        // What cannot be opened cannot be deleted either, and that has just been said.
        await keeper.end().catch(() => undefined);
      }
    };

    /** Shared by all who ask: what was kept must not take the place of what was added since. */
    let restored: Promise<void> | undefined;
    const takeUp = async () => {
      try {
        const kept = await keeper.restore();
        if (kept) set({ ...kept, isKept: true });
      } catch (error) {
        onStorageFailure(toStorageFailure(error));
      }
    };

    return {
      ...EMPTY,
      add: ({ found, leftOut, folders }) => {
        const added = newItems(get().items, found);
        for (const each of found) reader.files.set(itemId(each), each.file);
        set((state) => ({
          items: [...state.items, ...added],
          leftOut: state.leftOut + leftOut,
          folders: [...state.folders, ...folders],
        }));
        void whenStored(keeper.put(added).then(() => keeper.addFolders(folders)));
        reader.start();
      },
      pause: () => reader.stop("paused"),
      goOn: () => reader.start(),
      cancel: () => {
        reader.stop("idle");
        const dropped = get().items.filter(({ status }) => status === "waiting");
        for (const { id } of dropped) reader.files.delete(id);
        set({ items: get().items.filter(({ status }) => status !== "waiting"), remainingMs: undefined });
        void whenStored(keeper.drop(dropped.map(({ id }) => id)));
      },
      retry: (ids) => {
        const again = get().items.filter(({ id }) => ids.includes(id));
        update(again.map((item) => withState(item, { status: "waiting" })));
        reader.start();
      },
      clear: () => {
        reader.stop("idle");
        reader.files.clear();
        set(EMPTY);
        void whenStored(keeper.end());
      },
      setKept: async (isKept) => {
        set({ isKept });
        await whenStored(isKept ? keeper.begin(get) : keeper.end());
      },
      restore: () => {
        restored ??= takeUp();
        return restored;
      },
      fileOf: (id) => reader.files.get(id),
      dismissProblem: () => set({ problem: undefined }),
    };
  });
}

/** Items for files that are not in the batch yet; the same file is taken once. */
function newItems(items: readonly BatchItem[], found: readonly FoundFile[]): BatchItem[] {
  const known = new Set(items.map(({ id }) => id));
  const fresh = new Map<string, string>();
  for (const each of found) if (!known.has(itemId(each))) fresh.set(itemId(each), each.path);
  const first = (items.at(-1)?.order ?? -1) + 1;
  return [...fresh].map(([id, name], index) => ({ id, name, order: first + index, status: "waiting" }));
}
