import { vi } from "vitest";
import type { AnalyseOptions, Analysis, Engine, EngineInfo, FaceReading } from "../../../engine/index.ts";

/** What the fake engine is asked, to be settled by the test. */
export interface FakeCall {
  readonly options: AnalyseOptions;
  readonly resolve: (analysis: Analysis) => void;
  readonly reject: (error: unknown) => void;
}

/** An engine whose every picture waits for the test, and whose signals work. */
export function createFakeEngine() {
  const calls: FakeCall[] = [];
  const load = vi.fn<Engine["load"]>(async () => INFO);
  const engine: Engine = {
    load,
    analyse: (_, options = {}) =>
      new Promise((resolve, reject) => {
        options.signal?.addEventListener("abort", () => reject(options.signal?.reason));
        calls.push({ options, resolve, reject });
      }),
    showable: async (picture) => picture,
    detect: vi.fn<Engine["detect"]>(),
    enhance: vi.fn<Engine["enhance"]>(),
    models: vi.fn<Engine["models"]>(),
    compare: vi.fn<Engine["compare"]>(),
    explain: vi.fn<Engine["explain"]>(),
    close: vi.fn<Engine["close"]>(),
  };
  return { engine, calls, load };
}

export const INFO: EngineInfo = { backend: "wasm", reason: "asked-for", modelId: "test" };

/** A face at the given place, with nothing else that matters. */
function faceAt(x: number): FaceReading {
  const face: Pick<FaceReading, "box" | "score" | "reading"> = {
    box: { x, y: 0, width: 10, height: 10 },
    score: 1,
    reading: { status: "refused", reason: "not-finite" },
  };
  return face as FaceReading;
}

/** An analysis with a face at each of `xs`. */
export function analysisWith(...xs: number[]): Analysis {
  return {
    picture: { width: 100, height: 10 },
    faces: xs.map(faceAt),
    cropSize: 128,
    modelId: "test",
    backend: "wasm",
    timings: { decode: 0, detect: 0, estimate: 0, total: 0 },
  };
}
