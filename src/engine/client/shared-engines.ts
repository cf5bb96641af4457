import type { Engine, EngineOptions } from "../api.ts";

/** An engine that several parts of a page use at once. */
export interface BorrowedEngine {
  readonly engine: Engine;
  /** Says that this borrower needs it no longer; the engine is closed a second after the last one has said so. */
  giveBack(): void;
}

/** Lends the engine for some options: the same one to all who ask for the same. */
export type BorrowEngine = (options?: EngineOptions) => BorrowedEngine;

/** Who comes back within this time, for instance on the page's next view, finds everything loaded. */
const KEPT_MS = 1000;

interface SharedEngine {
  readonly engine: Engine;
  borrowers: number;
  closing?: ReturnType<typeof setTimeout>;
}

/** Lends engines that `create` starts when they are first needed, one for each different options. */
export function sharedEngines(create: (options: EngineOptions) => Engine): BorrowEngine {
  const engines = new Map<string, SharedEngine>();
  const keyOf = optionsKeys();
  return (options = {}) => {
    const key = keyOf(options);
    const shared = engines.get(key) ?? { engine: create(options), borrowers: 0 };
    engines.set(key, shared);
    clearTimeout(shared.closing);
    shared.borrowers++;
    const close = () => {
      engines.delete(key);
      shared.engine.close();
    };
    let isBorrowed = true;
    return {
      engine: shared.engine,
      giveBack: () => {
        if (isBorrowed && --shared.borrowers === 0) shared.closing = setTimeout(close, KEPT_MS);
        isBorrowed = false;
      },
    };
  };
}

/** Gives the same key to the same options, in whatever order they stand; functions are the same when they are one object. */
function optionsKeys(): (options: EngineOptions) => string {
  const functions = new Map<unknown, string>();
  const comparable = (_name: string, value: unknown) => {
    if (typeof value !== "function") return value;
    const name = functions.get(value) ?? `function ${functions.size}`;
    functions.set(value, name);
    return name;
  };
  return (options) => {
    const given = Object.entries(options).filter(([, value]) => value !== undefined);
    return JSON.stringify(given.sort(), comparable);
  };
}
