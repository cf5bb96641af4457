import { expect, test } from "vitest";
import { Workspace } from "./workspace.ts";

test("gives the same array again, and another one for another length, name or kind", () => {
  const workspace = new Workspace();
  const rows = workspace.floats("rows", 4);
  expect(workspace.floats("rows", 4)).toBe(rows);
  expect(workspace.floats("columns", 4)).not.toBe(rows);
  expect(workspace.doubles("rows", 4)).toEqual(new Float64Array(4));
  expect(workspace.ints("rows", 4)).toEqual(new Int32Array(4));
  expect(workspace.floats("rows", 5)).toEqual(new Float32Array(5));
});
