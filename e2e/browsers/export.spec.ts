import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { csvRows } from "../support/downloads.ts";
import { expect, test } from "./support/test.ts";

test.skip(
  ({ otherBrowser }) => otherBrowser === "webkit",
  "Firefox alone is told where files go; batch.spec.ts looks at what WebKitGTK would save.",
);

test("saves the table, the data and the picture of a photo as files", async ({ visitor, downloads }) => {
  await visitor.open();
  await visitor.click("sample-button");
  await visitor.readYears();
  for (const button of ["save-csv", "save-json", "save-picture"]) await visitor.click(button);
  const saved = () => (existsSync(downloads) ? readdirSync(downloads) : []).filter((name) => !name.endsWith(".part"));
  await expect.poll(() => saved().length).toBe(3);
  const read = (ending: string) => {
    const name = saved().find((candidate) => candidate.endsWith(ending));
    return readFileSync(join(downloads, name ?? `no ${ending}`));
  };
  expect(csvRows(read(".csv"))).toEqual([expect.objectContaining({ status: "read", face: "1" })]);
  expect(JSON.parse(read(".json").toString()).pictures[0].faces).toHaveLength(1);
  expect(read(".png").subarray(1, 4).toString()).toBe("PNG");
});
