import { type KnownFile, storageKey } from "./files.ts";

const NAME = "agelens";

/** What a cache of files is given to work with. */
export interface FileCacheOptions {
  readonly storage: Pick<CacheStorage, "open">;
  /** Address of the app's folder, ending with a slash. */
  readonly scope: string;
  readonly download: (file: KnownFile) => Promise<Response>;
}

/** The app's files in the browser's cache, each stored by its content. */
export class FileCache {
  readonly #storage: Pick<CacheStorage, "open">;
  readonly #scope: string;
  readonly #download: (file: KnownFile) => Promise<Response>;

  constructor({ storage, scope, download }: FileCacheOptions) {
    this.#storage = storage;
    this.#scope = scope;
    this.#download = download;
  }

  /**
   * Stores a file unless it is there already.
   *
   * @throws where the browser keeps nothing or has no space left
   */
  async keep(file: KnownFile): Promise<void> {
    const cache = await this.#storage.open(NAME);
    const key = storageKey(file, this.#scope);
    if (await cache.match(key, { ignoreVary: true })) return;
    const response = await this.#download(file);
    if (response.ok) await cache.put(key, response);
  }

  /** The file from the cache, else from the server; it is stored on the way where the browser has space for it. */
  async answer(file: KnownFile): Promise<Response> {
    const cache = await this.#storage.open(NAME).catch(() => undefined);
    const key = storageKey(file, this.#scope);
    const found = await cache?.match(key, { ignoreVary: true });
    if (found) return found;
    const response = await this.#download(file);
    // Without space the page must work all the same: the file is fetched again next time.
    if (response.ok) await cache?.put(key, response.clone()).catch(() => undefined);
    return response;
  }

  /** Forgets every file whose key is not among `current`. */
  async keepOnly(current: ReadonlySet<string>): Promise<void> {
    const cache = await this.#storage.open(NAME);
    const old = (await cache.keys()).filter(({ url }) => !current.has(url));
    await Promise.all(old.map((request) => cache.delete(request)));
  }
}
