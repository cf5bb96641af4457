import { expect, it, vi } from "vitest";
import { newestCall } from "./newest-call.ts";

/** A task whose every call waits for the test. */
function setUp() {
  const calls: { input: number; resolve: (output: string) => void; reject: (error: unknown) => void }[] = [];
  const task = (input: number) =>
    new Promise<string>((resolve, reject) => {
      calls.push({ input, resolve, reject });
    });
  const abort = new AbortController();
  const onDone = vi.fn<(output: string) => void>();
  const onFailure = vi.fn<(error: unknown) => void>();
  const request = newestCall(task, { onDone, onFailure, signal: abort.signal });
  return { calls, abort, onDone, onFailure, request, inputs: () => calls.map(({ input }) => input) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

it("has one call on its way, and then the newest", async () => {
  const { calls, request, onDone, inputs } = setUp();
  for (const input of [1, 2, 3]) request(input);
  expect(inputs()).toEqual([1]);
  calls[0]?.resolve("one");
  await settled();
  expect(inputs()).toEqual([1, 3]);
  calls[1]?.resolve("three");
  await settled();
  expect(onDone.mock.calls).toEqual([["one"], ["three"]]);
  request(4);
  expect(inputs()).toEqual([1, 3, 4]);
});

it("reports a failure and goes on", async () => {
  const { calls, request, onFailure, inputs } = setUp();
  request(1);
  request(2);
  calls[0]?.reject("lost");
  await settled();
  expect(onFailure).toHaveBeenCalledExactlyOnceWith("lost");
  expect(inputs()).toEqual([1, 2]);
});

it("falls silent once it is aborted", async () => {
  const { calls, abort, request, onDone, onFailure, inputs } = setUp();
  request(1);
  request(2);
  abort.abort();
  calls[0]?.resolve("one");
  await settled();
  expect(inputs()).toEqual([1]);
  expect(onDone).not.toHaveBeenCalled();
  expect(onFailure).not.toHaveBeenCalled();
});
