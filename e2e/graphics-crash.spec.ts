import { BatchPage } from "./pages/batch-page.ts";
import { crashGraphics } from "./support/crash-graphics.ts";
import { csvRows, savedBy } from "./support/downloads.ts";
import { FAKE_CAMERA_ARGUMENTS, makeFakeCamera, removeFakeCamera } from "./support/fake-camera.ts";
import { test } from "./support/own-browser.ts";
import { encode, group, portrait, portraitFile } from "./support/pictures.ts";
import { expect } from "./support/test.ts";

/** Readings before and after a crash may differ by this much. */
const TOLERANCE_YEARS = 0.5;

test.use({ expectedErrors: /context|GPU|WebGL|CONTEXT_LOST|Source Location Trace/i });
test.describe.configure({ timeout: 400_000 });

test("photos read the same after the graphics process has crashed", async ({ app, page }) => {
  await app.pick(portraitFile());
  const before = await app.readYears();
  await crashGraphics(page);
  await app.pick([portraitFile(), { ...portraitFile(), name: "again.png" }]);
  await expect(page.locator("[data-testid=frame][data-status=read]")).toHaveCount(2);
  expect(Math.abs((await app.readYears()) - before)).toBeLessThanOrEqual(TOLERANCE_YEARS);
});

test("a crash in the midst of a picture changes no face of it", async ({ page, backend }) => {
  const { buffer, mimeType } = await group(3, 1);
  await page.route("**/picture", (route) => route.fulfill({ body: buffer, contentType: mimeType }));
  await page.goto("/harness.html");
  const reading = await page.evaluateHandle(async (backend) => {
    const engine = window.createEngine({ manifestUrl: "models/manifest.json", backend });
    const picture = await (await fetch("picture")).blob();
    const years = async () => {
      const { faces } = await engine.analyse(picture);
      return faces.map(({ reading }) => (reading.status === "estimated" ? reading.years : Number.NaN));
    };
    const before = await years();
    return { before, after: years() };
  }, backend);
  await crashGraphics(page);
  const { before, after } = await reading.evaluate(async ({ before, after }) => ({ before, after: await after }));
  expect(before).toHaveLength(3);
  expect(after).toHaveLength(3);
  before.forEach((years, face) => {
    expect(Math.abs((after[face] ?? Number.NaN) - years)).toBeLessThanOrEqual(TOLERANCE_YEARS);
  });
});

test("a batch reads the same after a crash as before it", async ({ app: _, page, folder }) => {
  const { buffer } = await encode(portrait(), "jpeg");
  for (const name of ["1.jpg", "2.jpg"]) folder.add(name, buffer);
  const batch = new BatchPage(page);
  await batch.open();
  await batch.choose(folder.path);
  await batch.waitForEnd(2);
  await crashGraphics(page);
  for (const name of ["3.jpg", "4.jpg"]) folder.add(name, buffer);
  await batch.choose(folder.path);
  await batch.waitForEnd(4);
  const years = csvRows((await savedBy(page, "batch-csv")).bytes).map(({ years }) => Number(years || Number.NaN));
  expect(years).toHaveLength(4);
  for (const each of years) expect(Math.abs(each - (years[0] as number))).toBeLessThanOrEqual(TOLERANCE_YEARS);
});

test.describe("live", () => {
  test.use({ browserArguments: FAKE_CAMERA_ARGUMENTS });
  test.beforeAll(makeFakeCamera);
  test.afterAll(removeFakeCamera);

  test("the camera's faces are read the same after a crash as before it", async ({ app: _, page, backend }) => {
    await page.context().grantPermissions(["camera"]);
    await page.addInitScript(countFrames);
    await page.reload();
    await page.getByTestId("view-live").click();
    const settled = page.locator("[data-testid=live-face][data-settled]");
    await expect(settled).toHaveCount(1);
    const shown = async () => Number(await page.getByTestId("person-years").textContent());
    const before = await shown();
    const framesBefore = await page.evaluate(() => window.framesGiven);
    await crashGraphics(page);
    await expect
      .poll(() => page.evaluate(() => window.framesGiven), { timeout: 240_000 })
      .toBeGreaterThan(framesBefore + FRAMES_AFTER[backend]);
    await expect(settled, "the person that was there is still the one").toHaveCount(1);
    await expect(page.getByTestId("live-face")).toHaveCount(1);
    // What is shown is rounded to whole years.
    expect(Math.abs((await shown()) - before)).toBeLessThanOrEqual(1);
  });
});

/**
 * Enough for whoever is not found any more to be forgotten, and for three failures in a row to end the camera; WebGPU in
 * software takes seconds for a frame.
 */
const FRAMES_AFTER = { wasm: 20, webgpu: 6 };

declare global {
  interface Window {
    /** How many frames of the camera the page has handed to the engine, one at a time. */
    framesGiven: number;
  }
}

function countFrames(): void {
  window.framesGiven = 0;
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, message: unknown, transfer?: unknown) {
    if (Array.isArray(transfer) && transfer[0] instanceof VideoFrame) window.framesGiven++;
    post.call(this, message, { transfer: Array.isArray(transfer) ? transfer : [] });
  };
}
