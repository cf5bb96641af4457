import { beforeEach, describe, expect, it, vi } from "vitest";
import { EngineError } from "../../engine/index.ts";
import { REEL_LIMIT } from "./reel-slice.ts";
import { createAppStore } from "./store.ts";
import { analysisWith, createFakeEngine } from "./testing/fake-engine.ts";

const revoke = vi.spyOn(URL, "revokeObjectURL");
const settled = () => new Promise((resolve) => setTimeout(resolve));
const files = (count: number) =>
  Array.from({ length: count }, (_, index) => new File(["x"], `${index}.jpg`, { type: "image/jpeg" }));

beforeEach(() => {
  revoke.mockClear();
});

async function setUp(count: number) {
  const { engine, calls } = createFakeEngine();
  const { getState: state } = createAppStore(() => engine);
  void state().openAll(files(count));
  await settled();
  return { state, calls };
}

describe("openAll", () => {
  it("reads pictures one after the other and shows the first", async () => {
    const { state, calls } = await setUp(3);
    expect(calls).toHaveLength(1);
    expect(state()).toMatchObject({ shownInReel: state().reel[0]?.id, pending: { url: state().reel[0]?.url } });
    const first = analysisWith(60, 20);
    calls[0]?.resolve(first);
    await settled();
    expect(state()).toMatchObject({ pending: undefined, result: { name: "0.jpg", analysis: first }, selectedFace: 1 });
    expect(calls).toHaveLength(2);
  });

  it("shows a copy of what the browser cannot show", async () => {
    const { engine, calls } = createFakeEngine();
    engine.showable = async (picture) =>
      picture instanceof File && picture.name === "1.jpg" ? new Blob(["copy"]) : picture;
    const { getState: state } = createAppStore(() => engine);
    void state().openAll(files(2));
    const [, second] = state().reel;
    await settled();
    calls[0]?.resolve(analysisWith(5));
    await settled();
    calls[1]?.resolve(analysisWith(7));
    await settled();
    const replaced = state().reel[1];
    expect(revoke).toHaveBeenCalledWith(second?.url);
    expect(replaced).toMatchObject({ name: "1.jpg", outcome: { status: "read" } });
    expect(await replaced?.picture.text()).toBe("copy");
  });

  it("names those of several files that are no pictures", async () => {
    const { engine } = createFakeEngine();
    const { getState: state } = createAppStore(() => engine);
    const notes = new File(["x"], "notes.txt", { type: "text/plain" });
    state().receive([...files(2), notes].map((file) => ({ file })));
    expect(state().reel).toHaveLength(2);
    expect(state().problem).toEqual({ code: "left-out", about: "notes.txt" });
  });

  it("keeps what failed on the reel, and goes on", async () => {
    const { state, calls } = await setUp(2);
    calls[0]?.reject(new EngineError("damaged-image", "Damaged."));
    await settled();
    expect(state().reel[0]?.outcome).toMatchObject({ status: "failed", problem: { code: "damaged-image" } });
    expect(state()).toMatchObject({ problem: undefined, result: undefined, pending: undefined });
    expect(calls).toHaveLength(2);
  });

  it("shows a picture that waits for its turn as soon as it is read", async () => {
    const { state, calls } = await setUp(2);
    const second = state().reel[1];
    state().showInReel(second?.id ?? -1);
    expect(state().pending?.url).toBe(second?.url);
    calls[0]?.resolve(analysisWith());
    await settled();
    expect(state().pending?.url).toBe(second?.url);
    const analysis = analysisWith(5);
    calls[1]?.resolve(analysis);
    await settled();
    expect(state()).toMatchObject({ pending: undefined, result: { name: "1.jpg", analysis } });
  });

  it("drops what was not read when it is cancelled, and shows what was", async () => {
    const { state, calls } = await setUp(3);
    const analysis = analysisWith(5);
    calls[0]?.resolve(analysis);
    await settled();
    state().showInReel(state().reel[2]?.id ?? -1);
    state().cancel();
    expect(calls[1]?.options.signal?.aborted).toBe(true);
    expect(state().reel.map(({ name }) => name)).toEqual(["0.jpg"]);
    expect(state()).toMatchObject({ pending: undefined, result: { analysis } });
    expect(revoke).toHaveBeenCalledTimes(2);
    await settled();
    expect(calls).toHaveLength(2);
  });

  it("is read again as a whole with another model, and goes on showing the same picture", async () => {
    const { state, calls } = await setUp(2);
    for (const index of [0, 1]) {
      calls[index]?.resolve(analysisWith());
      await settled();
    }
    state().showInReel(state().reel[1]?.id ?? -1);
    void state().chooseGender(true);
    await settled();
    expect(state().reel.map(({ name, outcome }) => [name, outcome])).toEqual([
      ["0.jpg", undefined],
      ["1.jpg", undefined],
    ]);
    expect(state().pending?.url).toBe(state().reel[1]?.url);
  });

  it("gives way to a single picture once that is read", async () => {
    const { state, calls } = await setUp(2);
    for (const index of [0, 1]) {
      calls[index]?.resolve(analysisWith(index));
      await settled();
    }
    void state().open(files(1)[0] as File);
    await settled();
    expect(state().reel).toHaveLength(2);
    calls[2]?.resolve(analysisWith());
    await settled();
    expect(state()).toMatchObject({ reel: [], shownInReel: undefined, result: { name: "0.jpg" } });
    expect(revoke).toHaveBeenCalledTimes(2);
  });
});

describe("receive", () => {
  const incoming = (count: number) => files(count).map((file) => ({ file }));

  it("shows a few pictures and leaves out what is none", () => {
    const { engine } = createFakeEngine();
    const { getState: state } = createAppStore(() => engine);
    state().receive([{ file: new File(["x"], "notes.txt", { type: "text/plain" }) }, ...incoming(3)]);
    expect(state().reel.map(({ name }) => name)).toEqual(["0.jpg", "1.jpg", "2.jpg"]);
  });

  it("makes a batch of a folder, of many, and of all that comes to the batch", () => {
    const { engine } = createFakeEngine();
    const { getState: state } = createAppStore(() => engine);
    const folder = { file: null, entry: { isDirectory: true } as FileSystemEntry };
    for (const given of [[folder], incoming(REEL_LIMIT + 1), incoming(1)]) {
      state().receive(given);
      expect(state()).toMatchObject({ view: "batch", reel: [] });
      expect(state().takeForBatch()).toEqual(given);
      expect(state().forBatch).toEqual([]);
    }
  });

  it("says so when there is nothing in it", () => {
    const { engine } = createFakeEngine();
    const { getState: state } = createAppStore(() => engine);
    state().receive([]);
    expect(state().problem?.code).toBe("no-file");
  });
});
