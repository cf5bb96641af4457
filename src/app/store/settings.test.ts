import { describe, expect, it, vi } from "vitest";
import type { ModelInfo } from "../../engine/index.ts";
import { keepSettings } from "./kept-settings.ts";
import { createAppStore } from "./store.ts";
import { analysisWith, createFakeEngine } from "./testing/fake-engine.ts";

function setUp() {
  const fake = createFakeEngine();
  const store = createAppStore(() => fake.engine);
  return { ...fake, store, state: store.getState };
}

/** Lets everything that waits for a settled promise run. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A browser's storage that holds `kept`. */
function storageWith(kept: string | null) {
  return { getItem: vi.fn(() => kept), setItem: vi.fn() };
}

describe("keepSettings", () => {
  it("takes up the last visit's settings and keeps new ones", () => {
    const { store, state } = setUp();
    const storage = storageWith('{"language":"fr","withGender":true,"modelId":"small"}');
    keepSettings(store, storage);
    expect(state().settings).toEqual({ language: "fr", withGender: true, modelId: "small" });
    expect(storage.setItem).not.toHaveBeenCalled();
    state().changeSettings({ language: "en" });
    expect(JSON.parse(storage.setItem.mock.calls[0]?.[1])).toMatchObject({ language: "en", modelId: "small" });
  });

  it("writes nothing when other parts of the state change", () => {
    const { store, state } = setUp();
    const storage = storageWith(null);
    keepSettings(store, storage);
    state().selectFace(1);
    expect(storage.setItem).not.toHaveBeenCalled();
  });

  it.each(["{", "null", "[1]", '{"language":"xx","withGender":"yes","modelId":3}'])("makes nothing of %s", (kept) => {
    const { store, state } = setUp();
    keepSettings(store, storageWith(kept));
    expect(state().settings).toEqual({ withGender: false });
  });

  it("does without where the browser lets it read nothing, and says so", () => {
    const { store, state } = setUp();
    const storage = storageWith(null);
    storage.getItem.mockImplementation(() => {
      throw new DOMException("", "SecurityError");
    });
    keepSettings(store, storage);
    expect(state().storageNotice).toBe("blocked");
    state().changeSettings({ language: "fr" });
    expect(state().settings.language).toBe("fr");
    expect(storage.setItem).not.toHaveBeenCalled();
  });

  it("changes settings also when they cannot be written, and says so once", () => {
    const { store, state } = setUp();
    const storage = storageWith(null);
    storage.setItem.mockImplementation(() => {
      throw new DOMException("", "QuotaExceededError");
    });
    keepSettings(store, storage);
    const heard: unknown[] = [];
    store.subscribe(({ settings }) => heard.push(settings.language));
    state().changeSettings({ language: "fr" });
    expect(state()).toMatchObject({ settings: { language: "fr" }, storageNotice: "full" });
    expect(heard).toContain("fr");
    state().dismissStorageNotice();
    state().changeSettings({ language: "de" });
    expect(state()).toMatchObject({ settings: { language: "de" }, storageNotice: undefined });
  });
});

it("reads with the chosen model, and the shown picture again", async () => {
  const { state, calls, load } = setUp();
  void state().open(new Blob(["picture"]));
  await settled();
  expect(calls[0]?.options.modelId).toBeUndefined();
  calls[0]?.resolve(analysisWith(1));
  await settled();
  void state().chooseModel("small");
  await settled();
  expect(load.mock.calls.at(-1)?.[0]).toMatchObject({ modelId: "small" });
  expect(calls[1]?.options).toMatchObject({ modelId: "small", withGender: false });
  calls[1]?.resolve(analysisWith(1));
  await settled();
  void state().chooseGender(true);
  await settled();
  expect(calls[2]?.options).toMatchObject({ modelId: "small", withGender: true });
});

it("fetches the list of models once, and says so when it cannot", async () => {
  const { state, engine } = setUp();
  vi.mocked(engine.models).mockRejectedValueOnce(new Error("offline"));
  await state().loadModels();
  expect(state().problem?.code).toBe("internal");
  const list = [{ id: "small" } as ModelInfo];
  vi.mocked(engine.models).mockResolvedValue(list);
  await state().loadModels();
  await state().loadModels();
  expect(state().models).toBe(list);
  expect(engine.models).toHaveBeenCalledTimes(2);
});
