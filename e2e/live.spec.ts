import type { Page } from "@playwright/test";
import { violations } from "./support/axe.ts";
import { FAKE_CAMERA, makeFakeCamera, removeFakeCamera } from "./support/fake-camera.ts";
import { expect, test } from "./support/test.ts";

test.skip(({ backend }) => backend !== "wasm", "the camera is the same with WebGPU");
test.use({ launchOptions: FAKE_CAMERA });
test.beforeAll(makeFakeCamera);
test.afterAll(removeFakeCamera);

declare global {
  interface Window {
    /** How many frames the page has handed to the engine. */
    framesHandedOver: number;
    /** Every range that was shown, in turn. */
    rangesShown: string[];
  }
}

/** Counts the frames that go to the engine, and writes down the ranges that come out. */
async function instrument(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.framesHandedOver = 0;
    window.rangesShown = [];
    new MutationObserver(() => {
      const range = document.querySelector("[data-testid=person-interval]")?.textContent;
      if (range && range !== window.rangesShown.at(-1)) window.rangesShown.push(range);
    }).observe(document, { subtree: true, childList: true, characterData: true });
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: unknown, transfer?: unknown) {
      if (Array.isArray(transfer) && transfer[0] instanceof VideoFrame) window.framesHandedOver++;
      post.call(this, message, { transfer: Array.isArray(transfer) ? transfer : [] });
    };
  });
  await page.reload();
}

async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, "hidden", { value, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
}

const widthOf = (interval: string) => {
  const [low = Number.NaN, high = low] = interval.split("–").map(Number);
  return high - low;
};

test("follows a face until its reading has settled, mirrored or not, and takes its picture", async ({ app, page }) => {
  await page.context().grantPermissions(["camera"]);
  await instrument(page);
  await page.getByTestId("view-live").click();
  const live = page.getByTestId("live");
  await expect(page.getByTestId("live-face")).toHaveCount(1);
  await expect(page.locator("[data-testid=live-face][data-settled]")).toHaveCount(1);
  await expect(page.getByTestId("live-announcement")).toContainText(/\d+/);
  const widths = (await page.evaluate(() => window.rangesShown)).map(widthOf);
  expect(widths.at(-1)).toBeLessThan(widths[0] as number);
  const years = Number(await page.getByTestId("person-years").textContent());
  expect(years).toBeGreaterThan(20);
  expect(years).toBeLessThan(60);
  await expect(page.getByTestId("frames-per-second")).toContainText(/\d+/);
  expect(await violations(page)).toEqual([]);

  const video = page.getByTestId("camera-video");
  await expect(video).toHaveAttribute("data-mirrored");
  await page.getByTestId("mirror").click();
  await expect(video).not.toHaveAttribute("data-mirrored");

  await setHidden(page, true);
  await expect(live).toHaveAttribute("data-paused");
  const before = await page.evaluate(() => window.framesHandedOver);
  await page.waitForTimeout(1000);
  expect(await page.evaluate(() => window.framesHandedOver)).toBe(before);
  await setHidden(page, false);
  await expect(live).not.toHaveAttribute("data-paused");
  await expect.poll(() => page.evaluate(() => window.framesHandedOver)).toBeGreaterThan(before);

  await page.getByTestId("use-picture").click();
  expect(Math.abs((await app.readYears()) - years)).toBeLessThan(15);
  await expect(video).toHaveCount(0);
});

test("says kindly what is wrong with a camera, and goes on when it is right again", async ({ app, page }) => {
  await page.getByTestId("view-live").click();
  await page.getByTestId("start-camera").click();
  const problem = page.getByTestId("camera-problem");
  await expect(problem).toHaveAttribute("data-problem", "denied");
  await expect(problem).toContainText("Allow it");

  await page.context().grantPermissions(["camera"]);
  await page.getByTestId("camera-again").click();
  await expect(page.getByTestId("live")).toHaveAttribute("data-camera", "on");

  const [first] = await page.evaluate(async () => {
    const [camera] = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === "videoinput");
    const second = { kind: "videoinput", deviceId: "second", label: "Second camera" };
    navigator.mediaDevices.enumerateDevices = async () => [camera, second] as MediaDeviceInfo[];
    navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
    return [camera?.deviceId ?? ""];
  });
  const choice = page.getByTestId("camera-choice");
  await expect(choice).toHaveValue(first ?? "");
  const streamId = () =>
    page.evaluate(() => {
      const stream = document.querySelector("video")?.srcObject;
      return stream instanceof MediaStream ? stream.id : "";
    });
  const streamBefore = await streamId();
  await choice.selectOption("Second camera");
  await expect.poll(async () => ![streamBefore, ""].includes(await streamId())).toBe(true);
  await expect(page.getByTestId("live")).toHaveAttribute("data-camera", "on");
  await expect(choice, "a camera that is not there is replaced").toHaveValue(first ?? "");

  await page.evaluate(() => {
    const stream = document.querySelector("video")?.srcObject;
    if (stream instanceof MediaStream) stream.getVideoTracks()[0]?.dispatchEvent(new Event("ended"));
  });
  await expect(problem).toHaveAttribute("data-problem", "gone");

  for (const [name, expected] of [
    ["NotReadableError", "in-use"],
    ["NotFoundError", "none"],
  ] as const) {
    await page.evaluate((given) => {
      navigator.mediaDevices.getUserMedia = async () => {
        throw new DOMException("", given);
      };
    }, name);
    await page.getByTestId("camera-again").click();
    await expect(problem).toHaveAttribute("data-problem", expected);
  }
  await problem.getByRole("link").click();
  await expect(app.page.getByTestId("app")).toHaveAttribute("data-view", "welcome");
});
