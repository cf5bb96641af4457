import { expect, test } from "vitest";
import { batchTable, pictureTable } from "./tables.ts";

test("ratios are taken over the first row", () => {
  const row = { backend: "wasm", effort: "frame", faces: 1, found: 1, decode: 1, detect: 7, estimate: 2, total: 10 };
  const lines = pictureTable([row, { ...row, effort: "photo", faces: 8, found: 4, total: 40 }]).split("\n");
  expect(lines.at(-1)?.split(/\s{2,}/)).toEqual(["wasm, photo, 8", "4", "1.0", "7.0", "2.0", "40.0", "10.0", "4.00×"]);
});

test("the network is compared with measuring and repairing", () => {
  const table = batchTable([{ backend: "webgpu", faces: 8, align: 3, repair: 4, network: 10 }]);
  expect(table).toMatch(/webgpu, 8\s+3\.0\s+4\.0\s+10\.0\s+2\.50×/);
});
