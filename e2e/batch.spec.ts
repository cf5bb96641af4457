import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BatchPage } from "./pages/batch-page.ts";
import { violations } from "./support/axe.ts";
import { csvRows, savedBy } from "./support/downloads.ts";
import { test } from "./support/picture-folder.ts";
import { emptyScene, group, portraitFile, truncatedJpeg } from "./support/pictures.ts";
import { expect } from "./support/test.ts";

test.use({ expectedErrors: /EngineError/ });
test.describe.configure({ timeout: 400_000 });
test.beforeEach(({ backend }) => {
  test.skip(backend === "webgpu", "what is tested here runs on the page, and WebGPU in software is slow");
});

test("reads 200 pictures, and goes on after a pause and a reload", async ({ app: _, page, folder }) => {
  await folder.fill(197);
  folder.add("empty.png", (await emptyScene()).buffer);
  folder.add("group.jpg", (await group(3, 1)).buffer);
  folder.add("broken.jpg", (await truncatedJpeg(0.4)).buffer);
  folder.add("notes.txt", "no picture");
  const batch = new BatchPage(page);
  await batch.open();
  await batch.stallAt("020.jpg");
  await batch.choose(folder.path);
  await page.getByTestId("batch-keep").click();
  await expect(batch.read).toHaveText("20");
  await expect(page.getByTestId("time-left")).toContainText("left");
  await page.getByTestId("batch-pause").click();
  await expect(batch.progress).toHaveAttribute("data-status", "paused");
  await expect.poll(() => batch.keptCount()).toBe(200);

  await page.reload();
  await expect(batch.read).toHaveText("20");
  await expect(page.getByTestId("batch-missing")).toContainText("180 pictures");
  await batch.choose(folder.path);
  await batch.waitForEnd(200);
  await expect(page.getByTestId("batch-summary")).toContainText("200 faces in 198 pictures");
  expect(await batch.rows.count()).toBeLessThan(40);

  await page.getByTestId("filter-failed").click();
  await expect(batch.rows).toHaveCount(1);
  await page.getByTestId("filter-all").click();
  await page.getByTestId("batch-search").fill("GROUP");
  await expect(batch.rows).toHaveCount(1);
  await page.getByTestId("batch-search").fill("");
  await page.getByRole("columnheader", { name: "Faces" }).getByRole("button").click();
  await expect(batch.rows.first()).toContainText("group.jpg");

  const rows = csvRows((await savedBy(page, "batch-csv")).bytes);
  expect(rows).toHaveLength(202);
  const statuses = rows.map(({ status }) => status);
  expect(statuses.filter((status) => status === "no-face")).toHaveLength(1);
  expect(rows.find(({ status }) => status === "failed")).toMatchObject({ problem: expect.stringMatching(/damaged/) });
  const { pictures } = JSON.parse((await savedBy(page, "batch-json")).bytes.toString());
  expect(pictures).toHaveLength(200);
  expect(JSON.stringify(pictures)).not.toContain("posterior");
});

test("failures are retried, and cancelling keeps what was read", async ({ app: _, page, folder }) => {
  await folder.fill(12);
  const good = readFileSync(join(folder.path, "000.jpg"));
  folder.add("000.jpg", "not a picture at all");
  const batch = new BatchPage(page);
  await batch.open();
  await batch.stallAt("003.jpg");
  await batch.choose(folder.path);
  await expect(page.getByTestId("batch-failed")).toContainText("1 picture");
  await expect(batch.read).toHaveText("3");
  await page.getByTestId("batch-cancel").click();
  await batch.waitForEnd(3);
  await expect(batch.rows).toHaveCount(3);

  folder.add("000.jpg", good);
  await page.getByTestId("retry-one").click();
  await expect(batch.rows.first()).toContainText("moved, deleted or closed");
  await batch.choose(folder.path);
  await batch.waitForEnd(13);
  await expect(page.getByTestId("batch-failed")).toContainText("1 picture");

  await page.getByRole("button", { name: /Open .*001\.jpg/ }).click();
  await expect(page.getByTestId("face-years")).toHaveCount(1);
  await page.getByTestId("view-batch").click();
  await expect(batch.read).toHaveText("13");
  await page.getByTestId("batch-clear").click();
  await expect(page.getByTestId("batch-welcome")).toBeVisible();
});

test("axe finds nothing wrong with a batch or a film strip, and both fit a phone", async ({ app, page, folder }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await folder.fill(2);
  folder.add("empty.png", (await emptyScene()).buffer);
  folder.add("broken.jpg", (await truncatedJpeg(0.4)).buffer);
  const overhang = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const batch = new BatchPage(page);
  await batch.open();
  expect(await violations(page)).toEqual([]);
  await batch.choose(folder.path);
  await batch.waitForEnd(4);
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overhang()).toBeLessThanOrEqual(0);
  await page.getByTestId("view-photo").click();
  await app.pick([portraitFile(), await group(2, 1)]);
  await expect(page.locator("[data-testid=frame][data-status=read]")).toHaveCount(2);
  expect(await overhang()).toBeLessThanOrEqual(0);
  expect(await violations(page)).toEqual([]);
});

test("keeps nothing unless the person agrees, and then opens the folder again by itself", async ({
  app: _,
  page,
  folder,
}) => {
  await folder.fill(4);
  const pictures = ["000.jpg", "001.jpg", "002.jpg", "003.jpg"].map((name) => ({
    name,
    base64: readFileSync(join(folder.path, name), "base64"),
  }));
  await page.addInitScript(() => {
    const showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("trip");
    Object.assign(window, { showDirectoryPicker });
  });
  await page.goto("/#batch");
  await page.reload();
  await page.evaluate(writeFolder, pictures);
  const batch = new BatchPage(page);
  await batch.stallAt("002.jpg");
  await page.getByTestId("batch-folder").click();
  await expect(batch.read).toHaveText("2");
  expect(await batch.keptCount()).toBeUndefined();
  await page.getByTestId("batch-keep").click();
  await page.getByTestId("batch-pause").click();
  await expect.poll(() => batch.keptCount()).toBe(4);

  await page.reload();
  await expect(batch.read).toHaveText("2");
  await page.getByTestId("open-again").click();
  await batch.waitForEnd(4);
  await page.getByTestId("batch-clear").click();
  await expect.poll(() => batch.keptCount()).toBeUndefined();
});

/** Writes pictures into a folder of the browser's own, whose handle is as good as that of one on the disk. */
async function writeFolder(pictures: readonly { readonly name: string; readonly base64: string }[]): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle("trip", { create: true });
  for (const { name, base64 } of pictures) {
    const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writable.write(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
    await writable.close();
  }
}
