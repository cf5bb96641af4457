import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Engine } from "../api.ts";
import { sharedEngines } from "./shared-engines.ts";

const options = { manifestUrl: "models/manifest.json", backend: "wasm" } as const;

function pool() {
  const closed: Engine[] = [];
  const create = vi.fn(() => {
    const engine = { close: () => closed.push(engine) } as unknown as Engine;
    return engine;
  });
  return { borrow: sharedEngines(create), create, closed };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("lends one engine to all who ask for the same, in whatever order they say it", () => {
  const { borrow, create } = pool();
  const first = borrow(options);
  const { backend, manifestUrl } = options;
  expect(borrow({ backend, modelId: undefined, manifestUrl }).engine).toBe(first.engine);
  expect(borrow({ ...options, modelId: "other" }).engine).not.toBe(first.engine);
  expect(create).toHaveBeenCalledTimes(2);
});

it("lends different engines to those who start their workers in different ways", () => {
  const { borrow } = pool();
  const [one, other] = [() => ({}) as Worker, () => ({}) as Worker];
  const first = borrow({ ...options, createWorker: one });
  expect(borrow({ ...options, createWorker: other }).engine).not.toBe(first.engine);
  expect(borrow({ createWorker: one, ...options }).engine).toBe(first.engine);
});

it("closes an engine when nobody has needed it for a second, and starts another for whoever comes later", () => {
  const { borrow, create, closed } = pool();
  const [first, second] = [borrow(options), borrow(options)];
  first.giveBack();
  first.giveBack();
  vi.advanceTimersByTime(5000);
  expect(closed).toEqual([]);
  second.giveBack();
  vi.advanceTimersByTime(900);
  const third = borrow(options);
  expect(third.engine).toBe(second.engine);
  vi.advanceTimersByTime(5000);
  expect(closed).toEqual([]);
  third.giveBack();
  vi.advanceTimersByTime(1000);
  expect(closed).toEqual([first.engine]);
  expect(borrow(options).engine).not.toBe(first.engine);
  expect(create).toHaveBeenCalledTimes(2);
});
