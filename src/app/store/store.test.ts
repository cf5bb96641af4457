import { beforeEach, describe, expect, it, vi } from "vitest";
import { EngineError } from "../../engine/index.ts";
import { createAppStore } from "./store.ts";
import { analysisWith, createFakeEngine, INFO } from "./testing/fake-engine.ts";

const picture = new Blob(["picture"]);
const revoke = vi.spyOn(URL, "revokeObjectURL");

function setUp() {
  const fake = createFakeEngine();
  const store = createAppStore(() => fake.engine);
  return { ...fake, state: store.getState };
}

/** Lets everything that waits for a settled promise run. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  revoke.mockClear();
});

describe("open", () => {
  it("shows the result and selects the first face in reading order", async () => {
    const { state, calls } = setUp();
    void state().open(picture);
    await settled();
    expect(state().pending?.url).toMatch(/^blob:/);
    expect(calls[0]?.options).toMatchObject({ withCrops: true, withRepair: true });
    const analysis = analysisWith(60, 20);
    calls[0]?.resolve(analysis);
    await settled();
    expect(state()).toMatchObject({ pending: undefined, result: { analysis }, selectedFace: 1, problem: undefined });
    expect(revoke).not.toHaveBeenCalled();
  });

  it("shows a copy of what the browser cannot show, under the same name", async () => {
    const { state, calls, engine } = setUp();
    engine.showable = async () => new Blob(["copy"], { type: "image/jpeg" });
    void state().open(new File(["HEIC"], "IMG_1.HEIC"));
    const { url } = state().pending ?? {};
    await settled();
    expect(revoke).toHaveBeenCalledWith(url);
    calls[0]?.resolve(analysisWith(5));
    await settled();
    const { result } = state();
    expect(result?.url).not.toBe(url);
    expect(result?.name).toBe("IMG_1.HEIC");
    expect(await result?.picture.text()).toBe("copy");
  });

  it("follows the engine's progress", async () => {
    const { state, calls } = setUp();
    void state().open(picture);
    await settled();
    calls[0]?.options.onProgress?.({ kind: "step", step: "detect" });
    expect(state().pending?.waiting.step).toBe("detect");
  });

  it("cancels the picture before, whose late answer changes nothing", async () => {
    const { state, calls } = setUp();
    void state().open(picture);
    await settled();
    void state().open(picture);
    await settled();
    expect(calls[0]?.options.signal?.aborted).toBe(true);
    calls[0]?.options.onProgress?.({ kind: "step", step: "estimate" });
    expect(state().pending?.waiting.step).toBeUndefined();
    const newest = analysisWith(5);
    calls[1]?.resolve(newest);
    await settled();
    expect(state().result?.analysis).toBe(newest);
    expect(state().problem).toBeUndefined();
  });

  it("keeps the result before when the next picture fails, and forgets the problem when one works", async () => {
    const { state, calls } = setUp();
    void state().open(picture);
    await settled();
    calls[0]?.resolve(analysisWith(5));
    await settled();
    const { result } = state();
    void state().open(new Blob());
    await settled();
    calls[1]?.reject(new EngineError("not-an-image", "This file is empty."));
    await settled();
    expect(state()).toMatchObject({ result, pending: undefined, problem: { code: "not-an-image" } });
    void state().open(picture);
    expect(state().problem).toBeUndefined();
  });

  it("lets go of pictures that are no longer shown", async () => {
    const { state, calls } = setUp();
    for (const index of [0, 1]) {
      void state().open(picture);
      await settled();
      calls[index]?.resolve(analysisWith());
      await settled();
    }
    expect(revoke).toHaveBeenCalledTimes(1);
    expect(state().selectedFace).toBeUndefined();
  });
});

it("goes back to what was there when reading is cancelled", async () => {
  const { state, calls } = setUp();
  void state().open(picture);
  await settled();
  state().cancel();
  await settled();
  expect(calls[0]?.options.signal?.aborted).toBe(true);
  expect(state()).toMatchObject({ pending: undefined, result: undefined, problem: undefined });
  expect(revoke).toHaveBeenCalledTimes(1);
});

describe("openSample", () => {
  it("says so when the sample cannot be had", async () => {
    vi.stubGlobal("fetch", async () => new Response(null, { status: 404 }));
    const { state } = setUp();
    await state().openSample("astronaut");
    expect(state().problem?.code).toBe("download-failed");
    vi.unstubAllGlobals();
  });
});

describe("preload", () => {
  it("loads once, and says what runs where", async () => {
    const { state, load } = setUp();
    await Promise.all([state().preload(), state().preload()]);
    await state().preload();
    expect(load).toHaveBeenCalledTimes(1);
    expect(state().engine).toEqual({ status: "ready", info: INFO });
  });

  it("tries again after a failure as soon as a picture could be read", async () => {
    const { state, load, calls } = setUp();
    load.mockRejectedValueOnce(new EngineError("download-failed", "No connection."));
    await state().preload();
    expect(state().engine).toMatchObject({ status: "failed", problem: { code: "download-failed" } });
    void state().open(picture);
    await settled();
    calls[0]?.resolve(analysisWith());
    await settled();
    expect(state().engine.status).toBe("ready");
  });

  it("tells at once of a problem that every picture would have", async () => {
    const { state, load } = setUp();
    load.mockRejectedValueOnce(new EngineError("download-failed", "No connection."));
    await state().preload();
    expect(state().problem).toBeUndefined();
    load.mockRejectedValueOnce(new EngineError("canvas-scrambled", "Noise."));
    await state().preload();
    expect(state().problem?.code).toBe("canvas-scrambled");
  });
});
