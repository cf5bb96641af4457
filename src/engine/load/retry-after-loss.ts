import { EngineError } from "../errors.ts";

/**
 * How often work is tried. One crash of the graphics process is seen several times: WebGL's context, which finds faces, and
 * WebGPU's device are told of it one after the other, and a device that was asked for in between may be gone again.
 */
const ATTEMPTS = 3;

/** Milliseconds before the second and the later attempts: what is lost, too, but not told yet, is told meanwhile. */
const PAUSE_MS = 200;

/**
 * Runs `work` and gives its result, if nothing that it computes with was lost meanwhile; else runs it again, up to twice.
 *
 * `countLosses` says how often a graphics device or context has been lost so far, and lets go of what is lost, so that
 * `work` starts it anew.
 *
 * @throws EngineError `gpu-lost` when something was lost each time; what `work` throws when nothing was.
 */
export async function retryAfterLoss<T>(work: () => Promise<T>, countLosses: () => number): Promise<T> {
  let last = await attempt(work, countLosses);
  for (let attempts = 1; last.lost && attempts < ATTEMPTS; attempts++) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    last = await attempt(work, countLosses);
  }
  if (last.lost) {
    throw new EngineError("gpu-lost", "The graphics processor keeps stopping: close other heavy tabs and try again.", {
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
