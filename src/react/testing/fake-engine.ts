import { vi } from "vitest";
import type { AnalyseOptions, Analysis, BorrowedEngine, EngineOptions, ImageInput } from "../../engine/index.ts";

/** A call whose answer the test decides. */
export interface FakeCall {
  readonly input: ImageInput;
  readonly options: AnalyseOptions;
  readonly resolve: (analysis: Analysis) => void;
  readonly reject: (error: unknown) => void;
}

/** Engines in place of the real ones: their calls in turn, the options they were asked with, and how many are lent. */
export const lent = { calls: [] as FakeCall[], options: [] as EngineOptions[], count: 0 };

/** Forgets everything of the test before. */
export function forgetLent(): void {
  Object.assign(lent, { calls: [], options: [], count: 0 });
}

/** What takes the place of borrowEngine. */
export function lendFakeEngine(options: EngineOptions): BorrowedEngine {
  lent.count++;
  lent.options.push(options);
  const analyse = (input: ImageInput, callOptions: AnalyseOptions) =>
    new Promise<Analysis>((resolve, reject) => {
      lent.calls.push({ input, options: callOptions, resolve, reject });
      callOptions.signal?.addEventListener("abort", () => reject(callOptions.signal?.reason));
    });
  return { engine: { analyse: vi.fn(analyse) } as unknown as BorrowedEngine["engine"], giveBack: () => lent.count-- };
}
