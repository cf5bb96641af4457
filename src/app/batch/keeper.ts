import { type DBSchema, type IDBPDatabase, unwrap } from "idb";
import { type DatabasePlan, deleteDatabase, openDatabase, openExistingDatabase } from "../storage/database.ts";
import type { BatchItem } from "./batch-item.ts";

const NAME = "agelens-batch";

interface Schema extends DBSchema {
  items: { key: string; value: BatchItem };
  folders: { key: number; value: FileSystemDirectoryHandle };
}

/** A batch as it was kept. */
export interface KeptBatch {
  readonly items: readonly BatchItem[];
  readonly folders: readonly FileSystemDirectoryHandle[];
}

/**
 * Keeps a batch in the browser, once the person has agreed: results and, where the browser allows it, handles of folders;
 * never a picture. Everything but `put`, `drop` and `addFolders` without a kept batch rejects where the browser keeps nothing.
 */
export class Keeper {
  readonly #plan: DatabasePlan<Schema> = {
    name: NAME,
    create: (database) => {
      database.createObjectStore("items", { keyPath: "id" });
      database.createObjectStore("folders", { autoIncrement: true });
    },
    // What was kept is to be deleted, maybe by another tab: an open connection must not hold that up.
    blocking: (_current, _blocked, { target }) => {
      (target as IDBDatabase).close();
      if (this.#database && unwrap(this.#database) === target) this.#database = undefined;
    },
  };
  #database: IDBPDatabase<Schema> | undefined;

  /** What was kept before, or `undefined`; where nothing was, nothing is created. */
  async restore(): Promise<KeptBatch | undefined> {
    this.#database ??= await openExistingDatabase(this.#plan);
    const database = this.#database;
    if (!database) return undefined;
    const [items, folders] = await Promise.all([database.getAll("items"), database.getAll("folders")]);
    return { items: items.sort((a, b) => a.order - b.order), folders };
  }

  /** Begins to keep a batch; it is asked for `current` only when it can be written, as reading goes on meanwhile. */
  async begin(current: () => KeptBatch): Promise<void> {
    this.#database ??= await openDatabase(this.#plan);
    const { items, folders } = current();
    await this.put(items);
    await this.addFolders(folders);
  }

  /** Writes items if a batch is kept, in the place of older ones with the same ids. */
  async put(items: readonly BatchItem[]): Promise<void> {
    const change = this.#database?.transaction("items", "readwrite");
    if (!change) return;
    for (const item of items) void change.store.put(item);
    await change.done;
  }

  /** Forgets items. */
  async drop(ids: readonly string[]): Promise<void> {
    const change = this.#database?.transaction("items", "readwrite");
    if (!change) return;
    for (const id of ids) void change.store.delete(id);
    await change.done;
  }

  async addFolders(folders: readonly FileSystemDirectoryHandle[]): Promise<void> {
    for (const folder of folders) await this.#database?.put("folders", folder);
  }

  /** Forgets everything; the browser keeps nothing of the batch. */
  async end(): Promise<void> {
    this.#database?.close();
    this.#database = undefined;
    await deleteDatabase(NAME);
  }
}
