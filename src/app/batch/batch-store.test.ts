import { describe, expect, it, vi } from "vitest";
import { EngineError } from "../../engine/index.ts";
import { analysisWith, createFakeEngine } from "../store/testing/fake-engine.ts";
import type { BatchItem } from "./batch-item.ts";
import { createBatchStore } from "./batch-store.ts";
import type { Keeper, KeptBatch } from "./keeper.ts";

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

function files(...names: string[]) {
  const found = names.map((path) => ({ path, file: new File(["x"], path, { lastModified: 1 }) }));
  return { found, leftOut: 0, folders: [] };
}

/** A keeper that remembers in a map what was kept. */
function createFakeKeeper(kept?: KeptBatch) {
  const stored = new Map<string, BatchItem>();
  let isKeeping = false;
  const put = async (items: readonly BatchItem[]) => {
    for (const item of items) if (isKeeping) stored.set(item.id, item);
  };
  const keeper: Pick<Keeper, keyof Keeper> = {
    restore: async () => kept,
    begin: async (current: () => KeptBatch) => {
      await settled();
      isKeeping = true;
      await put(current().items);
    },
    put,
    drop: async (ids: readonly string[]) => {
      for (const id of ids) stored.delete(id);
    },
    addFolders: async () => {},
    end: async () => {
      isKeeping = false;
      stored.clear();
    },
  };
  return { keeper, stored };
}

function setUp(kept?: KeptBatch) {
  const { engine, calls } = createFakeEngine();
  const { keeper, stored } = createFakeKeeper(kept);
  const onStorageFailure = vi.fn();
  const { getState: state } = createBatchStore(engine.analyse, keeper, onStorageFailure);
  const answer = async (index: number) => {
    calls[index]?.resolve(analysisWith());
    await settled();
  };
  const statuses = () => state().items.map(({ status }) => status);
  return { state, onStorageFailure, calls, keeper, stored, answer, statuses };
}

describe("reading", () => {
  it("goes through the pictures one at a time, without crops or repairs", async () => {
    const { state, calls, answer, statuses } = setUp();
    state().add(files("a.jpg", "b.jpg"));
    await settled();
    expect(state()).toMatchObject({ status: "running", readingId: state().items[0]?.id });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.options).not.toHaveProperty("withCrops");
    await answer(0);
    await answer(1);
    expect(statuses()).toEqual(["read", "read"]);
    expect(state()).toMatchObject({ status: "idle", readingId: undefined });
    expect(state().items[0]).toMatchObject({ record: { name: "a.jpg", faces: [], modelId: "test" } });
  });

  it("takes the same file once, and goes on where it was with new ones", async () => {
    const { state, answer } = setUp();
    state().add(files("a.jpg", "a.jpg"));
    await settled();
    await answer(0);
    state().add(files("a.jpg", "b.jpg"));
    expect(state().items.map(({ name, status }) => [name, status])).toEqual([
      ["a.jpg", "read"],
      ["b.jpg", "waiting"],
    ]);
  });

  it("keeps what failed, and reads it again when asked", async () => {
    const { state, calls, answer, statuses } = setUp();
    state().add(files("bad.jpg", "b.jpg"));
    await settled();
    calls[0]?.reject(new EngineError("damaged-image", "Damaged."));
    await settled();
    await answer(1);
    expect(statuses()).toEqual(["failed", "read"]);
    state().retry([state().items[0]?.id ?? ""]);
    await settled();
    await answer(2);
    expect(statuses()).toEqual(["read", "read"]);
  });

  it("pauses by itself when the cause is none of the picture's own", async () => {
    const { state, calls, statuses } = setUp();
    state().add(files("a.jpg", "b.jpg"));
    await settled();
    calls[0]?.reject(new EngineError("model-missing", "Gone."));
    await settled();
    expect(state()).toMatchObject({ status: "paused", problem: { code: "model-missing" } });
    expect(statuses()).toEqual(["waiting", "waiting"]);
  });

  it("says which file is gone from the disk", async () => {
    const { state } = setUp();
    const gone = files("gone.jpg");
    vi.spyOn(gone.found[0]?.file as File, "slice").mockImplementation(() => {
      throw new DOMException("", "NotFoundError");
    });
    state().add(gone);
    await settled();
    expect(state().items[0]).toMatchObject({ status: "failed", problem: { code: "file-gone" } });
  });
});

describe("pause and cancel", () => {
  it("lets go of the picture at work and takes it up again", async () => {
    const { state, calls, answer, statuses } = setUp();
    state().add(files("a.jpg", "b.jpg"));
    await settled();
    state().pause();
    await settled();
    expect(calls[0]?.options.signal?.aborted).toBe(true);
    expect(state().status).toBe("paused");
    expect(statuses()).toEqual(["waiting", "waiting"]);
    state().goOn();
    await settled();
    await answer(1);
    expect(statuses()).toEqual(["read", "waiting"]);
  });

  it("drops what was not read", async () => {
    const { state, answer, calls } = setUp();
    state().add(files("a.jpg", "b.jpg", "c.jpg"));
    await settled();
    await answer(0);
    state().cancel();
    await settled();
    expect(state().items.map(({ name }) => name)).toEqual(["a.jpg"]);
    expect(state().status).toBe("idle");
    expect(calls).toHaveLength(2);
  });
});

describe("keeping", () => {
  it("stores nothing before the person agrees, and forgets everything when they change their mind", async () => {
    const { state, stored, answer } = setUp();
    state().add(files("a.jpg", "b.jpg"));
    await settled();
    await answer(0);
    expect(stored.size).toBe(0);
    await state().setKept(true);
    await answer(1);
    expect([...stored.values()].map(({ status }) => status)).toEqual(["read", "read"]);
    await state().setKept(false);
    expect(stored.size).toBe(0);
  });

  it("keeps what was read while the browser opened its database", async () => {
    const { state, calls, stored } = setUp();
    state().add(files("a.jpg", "b.jpg"));
    await settled();
    const beginning = state().setKept(true);
    calls[0]?.resolve(analysisWith());
    await beginning;
    expect([...stored.values()].map(({ status }) => status)).toEqual(["read", "waiting"]);
  });

  it("takes up a kept batch once its files are chosen again, and reads only what is missing", async () => {
    const before = setUp();
    before.state().add(files("a.jpg", "b.jpg"));
    await settled();
    await before.answer(0);
    const { state, calls, answer, statuses } = setUp({ items: before.state().items, folders: [] });
    await state().restore();
    expect(state()).toMatchObject({ isKept: true, status: "idle" });
    state().goOn();
    await settled();
    expect(calls).toHaveLength(0);
    state().add(files("a.jpg", "b.jpg"));
    await settled();
    await answer(0);
    expect(calls).toHaveLength(1);
    expect(statuses()).toEqual(["read", "read"]);
  });

  it.each([
    ["full", new DOMException("", "QuotaExceededError")],
    ["blocked", new DOMException("", "SecurityError")],
    ["blocked", new ReferenceError("indexedDB is not defined")],
  ])("goes on without keeping when the browser's storage is %s", async (failure, error) => {
    const { state, onStorageFailure, keeper, answer, statuses } = setUp();
    vi.spyOn(keeper, "put").mockRejectedValue(error);
    vi.spyOn(keeper, "end").mockRejectedValue(error);
    state().add(files("a.jpg"));
    await settled();
    await answer(0);
    expect(state()).toMatchObject({ isKept: false, problem: undefined });
    expect(onStorageFailure).toHaveBeenCalledWith(failure);
    expect(statuses()).toEqual(["read"]);
  });

  it("starts afresh when the browser refuses to say what was kept", async () => {
    const { state, onStorageFailure, keeper, answer, statuses } = setUp();
    vi.spyOn(keeper, "restore").mockRejectedValue(new DOMException("", "InvalidStateError"));
    await state().restore();
    expect(onStorageFailure).toHaveBeenCalledWith("blocked");
    state().add(files("a.jpg"));
    await settled();
    await answer(0);
    expect(statuses()).toEqual(["read"]);
  });
});
