import { FAKE_CAMERA, makeFakeCamera, removeFakeCamera } from "./support/fake-camera.ts";
import { expect, test } from "./support/test.ts";

test.skip(({ backend }) => backend !== "wasm", "the stage is the same with WebGPU");
test.use({ launchOptions: FAKE_CAMERA });
test.beforeAll(makeFakeCamera);
test.afterAll(removeFakeCamera);

/** What can be read from ten metres away on a 32″ screen, as a share of its height: 22′ of arc are 6.4 cm of 40. */
const LEGIBLE_SHARE = 0.16;
/** Height of the figures over their font size. */
const FIGURE_HEIGHT = 0.69;

test("plays by itself, is worked by keys alone, and keeps nothing", async ({ app, page }) => {
  await page.context().grantPermissions(["camera"]);
  await page.getByTestId("view-present").focus();
  await page.keyboard.press("Enter");
  const stage = page.getByTestId("stage");
  const years = page.getByTestId("stage-years");
  await expect(stage).toHaveAttribute("data-shows", "samples");
  await expect(page.getByTestId("privacy")).toHaveCount(0);
  await expect(years).toHaveText(/\d+/);
  const size = await years.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  expect((size * FIGURE_HEIGHT) / (page.viewportSize()?.height ?? 0)).toBeGreaterThan(LEGIBLE_SHARE);
  await page.keyboard.press("ArrowLeft");
  await expect(years).toHaveCount(0);

  await page.keyboard.press("c");
  await expect(stage).toHaveAttribute("data-shows", "camera");
  await expect(years).toHaveText(/\d+/);
  const video = page.getByTestId("camera-video");
  await expect(video).toHaveAttribute("data-mirrored");
  await page.keyboard.press("m");
  await expect(video).not.toHaveAttribute("data-mirrored");
  await page.keyboard.press(" ");
  expect(await video.evaluate((element: HTMLVideoElement) => element.paused)).toBe(true);
  await expect(page.getByTestId("stage-note")).toHaveText("Held");
  await page.keyboard.press("r");
  expect(await video.evaluate((element: HTMLVideoElement) => element.paused)).toBe(false);

  await page.keyboard.press("h");
  await expect(page.getByTestId("key-list").getByRole("listitem")).toHaveCount(10);
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("key-list")).toHaveCount(0);
  await page.keyboard.press("c");
  await expect(stage).toHaveAttribute("data-shows", "samples");
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await page.keyboard.press("Escape");
  await expect(app.page.getByTestId("app")).toHaveAttribute("data-view", "welcome");
});
