import { expect, test } from "vitest";
import { framed } from "./frame.ts";
import { Workspace } from "./workspace.ts";

test("a margin mirrors the picture at its edge pixels, a channel at a time", () => {
  const pixels = new Float32Array([1, 10, 2, 20, 3, 30]);
  const row = [3, 30, 2, 20, 1, 10, 2, 20, 3, 30, 2, 20, 1, 10];
  const found = framed(pixels, { width: 3, height: 1 }, 2, 2, new Workspace());
  expect([...found]).toEqual(Array(5).fill(row).flat());
});
