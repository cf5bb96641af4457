import { EngineError } from "../errors.ts";

/**
 * Runs `work` and gives its result, if nothing that it computes with was lost meanwhile; else runs it again, once.
 *
 * `countLosses` says how often a graphics device or context has been lost so far, and lets go of what is lost, so that
 * `work` starts it anew.
 *
 * @throws EngineError `gpu-lost` when something was lost both times; what `work` throws when nothing was.
 */
export async function retryAfterLoss<T>(work: () => Promise<T>, countLosses: () => number): Promise<T> {
  const first = await attempt(work, countLosses);
  const last = first.lost ? await attempt(work, countLosses) : first;
  if (last.lost) {
    throw new EngineError("gpu-lost", "The graphics processor stopped twice: close other heavy tabs and try again.", {
      cause: "error" in last ? last.error : undefined,
    });
  }
  if ("error" in last) throw last.error;
  return last.value;
}

type Attempt<T> = { readonly lost: boolean } & ({ readonly value: T } | { readonly error: unknown });

async function attempt<T>(work: () => Promise<T>, countLosses: () => number): Promise<Attempt<T>> {
  const before = countLosses();
  try {
    const value = await work();
    return { value, lost: countLosses() > before };
  } catch (error) {
    return { error, lost: countLosses() > before };
  }
}
