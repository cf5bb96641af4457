import { violations } from "./support/axe.ts";
import { FAKE_CAMERA, makeFakeCamera, removeFakeCamera } from "./support/fake-camera.ts";
import { expect, test } from "./support/test.ts";

test.skip(({ backend }) => backend !== "wasm", "the stage is the same with WebGPU");
test.use({ launchOptions: FAKE_CAMERA });
test.beforeAll(makeFakeCamera);
test.afterAll(removeFakeCamera);

declare global {
  interface Window {
    /** Whether the sitter is before the camera that `becomeCamera` makes. */
    isSitterThere: boolean;
  }
}

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
  const size = await page
    .locator("[data-testid=stage-people][data-count='1'] [data-testid=stage-years]")
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  expect((size * FIGURE_HEIGHT) / (page.viewportSize()?.height ?? 0)).toBeGreaterThan(LEGIBLE_SHARE);
  await page.keyboard.press("r");
  await expect(years).toHaveCount(0);

  await page.keyboard.press("c");
  await expect(stage).toHaveAttribute("data-shows", "camera");
  await expect(years.first()).toHaveText(/\d+/);
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
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("key-list")).toHaveCount(0);
  await page.keyboard.press("c");
  await expect(stage).toHaveAttribute("data-shows", "samples");
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await page.keyboard.press("Escape");
  await expect(app.page.getByTestId("app")).toHaveAttribute("data-view", "welcome");
});

test("forgets a visitor who has left, and welcomes the next", async ({ app: _, page }) => {
  await page.evaluate(becomeCamera);
  await page.getByTestId("view-present").click();
  const stage = page.getByTestId("stage");
  const note = page.getByTestId("stage-note");
  const years = page.getByTestId("stage-years");
  await expect(years.first()).toHaveText(/\d+/);
  await page.keyboard.press("c");
  await expect(stage).toHaveAttribute("data-shows", "camera");
  await expect(note).toHaveText("");
  await page.evaluate(() => {
    window.isSitterThere = false;
  });
  await expect(stage).toHaveAttribute("data-shows", "samples");
  await expect(note).toHaveText("Step in front of the camera");
  await page.evaluate(() => {
    window.isSitterThere = true;
  });
  await expect(stage).toHaveAttribute("data-shows", "camera");
  await expect(years.first()).toHaveText(/\d+/);
});

/** Makes the page's cameras show the sample portrait, or a wall. */
async function becomeCamera(): Promise<void> {
  const portrait = new Image();
  portrait.src = "samples/astronaut.jpg";
  await portrait.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 480 });
  const context = canvas.getContext("2d");
  window.isSitterThere = true;
  setInterval(() => {
    context?.fillRect(0, 0, 640, 480);
    if (window.isSitterThere) context?.drawImage(portrait, 76, 0, 320, 240, 0, 0, 640, 480);
  }, 50);
  navigator.mediaDevices.getUserMedia = async () => canvas.captureStream();
}
