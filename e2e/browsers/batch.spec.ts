import { csvRows } from "../support/downloads.ts";
import { claimedJpeg, emptyScene, group, portraitFile } from "../support/pictures.ts";
import { expect, test } from "./support/test.ts";

test("reads a batch and saves its table", async ({ visitor }) => {
  await visitor.open("#batch");
  await visitor.pick("batch-pick", [
    portraitFile(),
    await group(2, 1),
    await emptyScene(),
    claimedJpeg(Buffer.from("not a picture at all"), "broken.jpg"),
  ]);
  await visitor.waitForBatch(4);
  await visitor.reads("batch-summary", /3 faces in 2 pictures/);
  await visitor.reads("batch-failed", /1 picture/);
  const { name, text } = await visitor.saved("batch-csv");
  expect(name).toBe("agelens-batch.csv");
  const rows = csvRows(Buffer.from(text));
  expect(rows.map(({ status }) => status).sort()).toEqual(["failed", "no-face", "read", "read", "read"]);
});
