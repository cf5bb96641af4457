import type { FrameLocator, Page } from "@playwright/test";
import { CHROMIUM_ARGUMENTS, chromiumPath } from "../tools/chromium.ts";
import { AppPage } from "./pages/app-page.ts";
import { OwnSite } from "./support/own-site.ts";
import { expect, test } from "./support/test.ts";

/** A name that is not this device's own: pages at it are not secure, as those of another device in a home network. */
const INSECURE_HOST = "agelens.home.arpa";

test.skip(({ backend }) => backend === "webgpu", "Plain http has no WebGPU, and the rest is the page's own.");
test.use({
  launchOptions: {
    executablePath: chromiumPath(),
    args: [
      ...CHROMIUM_ARGUMENTS.wasm,
      `--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1`,
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
    ],
  },
});

let site: OwnSite | undefined;
test.afterEach(async () => {
  await site?.stop();
  site = undefined;
});

test("reads ages over plain http, and says why there is no camera", async ({ page }, testInfo) => {
  site = await OwnSite.start(testInfo.outputPath("site"), { host: "127.0.0.1", allowedHosts: [INSECURE_HOST] });
  await page.goto(site.url.replace("127.0.0.1", INSECURE_HOST));
  expect(await page.evaluate(() => [isSecureContext, "subtle" in crypto])).toEqual([false, false]);
  const app = new AppPage(page);
  await app.useSample();
  expect(await app.readYears()).toBeGreaterThan(0);
  await page.getByTestId("view-live").click();
  await page.getByTestId("start-camera").click();
  const problem = page.getByTestId("camera-problem");
  await expect(problem).toHaveAttribute("data-problem", "insecure");
  await expect(problem).toContainText("https");
});

/** Opens live in a frame of another origin's page, lent what `allow` says. */
async function openInFrame(page: Page, baseURL: string | undefined, allow: string): Promise<FrameLocator> {
  const around = "https://around.example/";
  const frame = `<iframe src="${baseURL}/#live" allow="${allow}" width="1000" height="700"></iframe>`;
  await page.route(around, (route) => route.fulfill({ contentType: "text/html", body: frame }));
  // As published the page lets itself be framed by nobody; others may publish it otherwise.
  await page.route(`${baseURL}/`, async (route) => {
    const response = await route.fetch();
    const { "content-security-policy": _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await page.goto(around);
  return page.frameLocator("iframe");
}

test("says so where the page around this one lends it no camera", async ({ page, baseURL }) => {
  const frame = await openInFrame(page, baseURL, "");
  await frame.getByTestId("start-camera").click();
  await expect(frame.getByTestId("camera-problem")).toHaveAttribute("data-problem", "framed");
  await expect(frame.getByTestId("camera-problem")).toContainText("tab of its own");
});

test("uses the camera where the page around this one lends it", async ({ page, baseURL }) => {
  // The permission is given beforehand in these tests, so that the camera starts by itself.
  const frame = await openInFrame(page, baseURL, "camera");
  await expect(frame.getByTestId("live")).toHaveAttribute("data-camera", "on");
});

test("says so when a camera sends no frame, and goes on when it does", async ({ app: _, page }) => {
  await page.addInitScript(() => {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d");
    navigator.mediaDevices.getUserMedia = async () => canvas.captureStream();
    Object.assign(window, { sendFrame: () => context?.fillRect(0, 0, 9, 9) });
  });
  await page.goto("/#live");
  await page.reload();
  await page.getByTestId("start-camera").or(page.getByTestId("camera-problem")).first().waitFor();
  if (await page.getByTestId("start-camera").isVisible()) await page.getByTestId("start-camera").click();
  await expect(page.getByTestId("camera-problem")).toHaveAttribute("data-problem", "silent");
  await expect
    .poll(async () => {
      await page.evaluate(() => (window as unknown as { sendFrame: () => void }).sendFrame());
      return page.getByTestId("live").getAttribute("data-camera");
    })
    .toBe("on");
});

test.describe("where the browser scrambles what is read from a canvas", () => {
  test.use({ expectedErrors: /EngineError|canvas/ });

  test("says what to do instead of reading noise, before a picture is chosen and after", async ({ page }) => {
    await page.route("**/assets/worker-*.js", async (route) => {
      const response = await route.fetch();
      const scramble = `{
        const { getImageData } = OffscreenCanvasRenderingContext2D.prototype;
        OffscreenCanvasRenderingContext2D.prototype.getImageData = function (...area) {
          const image = getImageData.apply(this, area);
          for (let index = 0; index < image.data.length; index++) image.data[index] = Math.random() * 255;
          return image;
        };
      }`;
      await route.fulfill({ response, body: `${scramble}${await response.text()}` });
    });
    const app = new AppPage(page);
    await app.open();
    await expect(app.error).toHaveAttribute("data-code", "canvas-scrambled");
    await app.useSample();
    await expect(app.error).toHaveAttribute("data-code", "canvas-scrambled");
    await expect(app.faces).toHaveCount(0);
  });
});
