import { expect, it } from "vitest";
import files from "../../src/engine/facts/files.json" with { type: "json" };
import { PRECISIONS } from "./precision.ts";

it("knows the precisions that both languages know", () => {
  expect(PRECISIONS).toEqual(files.precisions);
});
