// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { createElement, StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Analysis, EngineError } from "../engine/index.ts";
import { forgetLent, lent } from "./testing/fake-engine.ts";
import { useAges } from "./use-ages.ts";

vi.mock("../engine/index.ts", async (original) => ({
  ...(await original<typeof import("../engine/index.ts")>()),
  borrowEngine: (await import("./testing/fake-engine.ts")).lendFakeEngine,
}));

const options = { manifestUrl: "models/manifest.json" };
const analysis = { faces: [] } as unknown as Analysis;
const pictures = [new Blob(["a"]), new Blob(["b"])] as const;

beforeEach(forgetLent);
afterEach(cleanup);

const render = (input: Blob | undefined, withOptions: Parameters<typeof useAges>[1] = options) =>
  renderHook(({ input, withOptions }) => useAges(input, { ...withOptions }), {
    initialProps: { input, withOptions },
    wrapper: StrictMode,
  });

/** The calls that nobody has given up. */
const waiting = () => lent.calls.filter(({ options }) => !options.signal?.aborted);

it("reads nothing without an input, and says from the first render on that it reads one", () => {
  const { result, rerender } = render(undefined);
  expect(result.current.status).toBe("idle");
  expect(lent.count).toBe(0);
  rerender({ input: pictures[0], withOptions: options });
  expect(result.current.status).toBe("reading");
});

it("reads once where effects run twice, tells progress, and lets go of its engine", async () => {
  const { result, unmount } = render(pictures[0]);
  expect(waiting()).toHaveLength(1);
  act(() => waiting()[0]?.options.onProgress?.({ kind: "step", step: "decode" }));
  expect(result.current).toMatchObject({ status: "reading", progress: { kind: "step", step: "decode" } });
  await act(async () => waiting()[0]?.resolve(analysis));
  expect(result.current).toMatchObject({ status: "read", analysis });
  expect(lent.count).toBe(1);
  unmount();
  expect(lent.count).toBe(0);
});

it("never shows the reading of one picture with another", async () => {
  const { result, rerender } = render(pictures[0]);
  const [first] = waiting();
  rerender({ input: pictures[1], withOptions: options });
  expect(first?.options.signal?.aborted).toBe(true);
  await act(async () => first?.resolve(analysis));
  expect(result.current.status).toBe("reading");
  await act(async () => waiting()[0]?.resolve(analysis));
  expect(result.current.status).toBe("read");
  rerender({ input: undefined, withOptions: options });
  expect(result.current.status).toBe("idle");
  expect(lent.count).toBe(0);
});

it("reads again when an option has another value, and only then", async () => {
  const { rerender } = render(pictures[0]);
  const before = lent.calls.length;
  rerender({ input: pictures[0], withOptions: { ...options } });
  expect(lent.calls).toHaveLength(before);
  rerender({ input: pictures[0], withOptions: { ...options, modelId: "other", withCrops: true } });
  expect(waiting()).toHaveLength(1);
  expect(waiting()[0]?.options).toMatchObject({ modelId: "other", withCrops: true });
  expect(lent.options.at(-1)).toEqual(options);
});

it("tells failures with their code, and tries again when asked to", async () => {
  const { result } = render(pictures[0]);
  await act(async () => waiting()[0]?.reject(new EngineError("not-an-image", "no")));
  expect(result.current.error?.code).toBe("not-an-image");
  act(() => result.current.retry());
  expect(result.current).toMatchObject({ status: "reading" });
  await act(async () => waiting().at(-1)?.resolve(analysis));
  expect(result.current).toMatchObject({ status: "read", analysis });
});

it("gives a reading up when asked to", async () => {
  const { result } = render(pictures[0]);
  const [call] = waiting();
  await act(async () => result.current.cancel());
  expect(call?.options.signal?.aborted).toBe(true);
  expect(result.current.status).toBe("idle");
  act(() => result.current.retry());
  expect(result.current.status).toBe("reading");
});

function Status() {
  return createElement("p", null, useAges(pictures[0], options).status);
}

it("renders on a server without reading", () => {
  expect(renderToString(createElement(Status))).toBe("<p>reading</p>");
  expect(lent.calls).toEqual([]);
});
