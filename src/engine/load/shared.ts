/**
 * Loads something once for all who ask. A load that fails is forgotten, so that asking again tries again.
 */
export class Shared<T> {
  #promise: Promise<T> | undefined;
  readonly #load: () => Promise<T>;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  get(): Promise<T> {
    this.#promise ??= this.#load().catch((error: unknown) => {
      this.#promise = undefined;
      throw error;
    });
    return this.#promise;
  }

  /** Forgets what was loaded; the next get loads anew. */
  forget(): void {
    this.#promise = undefined;
  }
}
