import { join } from "node:path";
import type { Page } from "@playwright/test";
import { readAgeParity } from "../tools/convert/parity.ts";
import { crashGraphics } from "./support/crash-graphics.ts";
import { test } from "./support/own-browser.ts";
import { portraitFile } from "./support/pictures.ts";
import { expect } from "./support/test.ts";

/** What the portrait reads where MediaPipe finds the face. */
const [PORTRAIT] = readAgeParity(join(import.meta.dirname, "../training/parity/compact-age.json")).pictures.filter(
  ({ filename }) => filename === "portrait.png",
);
const TOLERANCE_YEARS = 0.5;
const NO_WEBGL = ["--disable-gpu", "--disable-software-rasterizer"];
const NO_SIMD = ["--js-flags=--no-enable-sse4-1"];
/** Just-in-time compilation is what WebAssembly needs. */
const NO_WEBASSEMBLY = ["--js-flags=--jitless"];
/** After so many crashes within a minute Chromium gives no WebGL any more. */
const CRASHES = 3;

test.beforeEach(({ backend }) => {
  test.skip(backend === "webgpu", "these browsers have no WebGPU");
});

/** Loads the engine alone, reads the portrait, and says for how many years it was taken and which files were loaded. */
async function readPortrait(page: Page) {
  const files: string[] = [];
  page.on("request", (request) => files.push(new URL(request.url()).pathname));
  const { buffer, mimeType } = portraitFile();
  await page.route("**/picture", (route) => route.fulfill({ body: buffer, contentType: mimeType }));
  await page.goto("/harness.html");
  await page.evaluate(() => {
    const engine = window.createEngine({ manifestUrl: "models/manifest.json", backend: "wasm" });
    window.readYears = async () => {
      const [face] = (await engine.analyse(await (await fetch("picture")).blob())).faces;
      return face?.reading.status === "estimated" ? face.reading.years : Number.NaN;
    };
  });
  return { years: await page.evaluate(() => window.readYears()), files };
}

declare global {
  interface Window {
    readYears(): Promise<number>;
  }
}

for (const [what, browserArguments] of Object.entries({ WebGL: NO_WEBGL, "SIMD in WebAssembly": NO_SIMD })) {
  test.describe(`without ${what}`, () => {
    test.use({ browserArguments });

    test("a face is found by the other detector, and read the same; MediaPipe is not even loaded", async ({ page }) => {
      const { years, files } = await readPortrait(page);
      expect(Math.abs(years - (PORTRAIT?.photo.years ?? Number.NaN))).toBeLessThanOrEqual(TOLERANCE_YEARS);
      expect(files.filter((path) => /short-range\.bin$/.test(path))).toHaveLength(1);
      expect(files.filter((path) => /vision_wasm.*\.wasm$/.test(path))).toEqual([]);
    });

    test("the app reads a photo", async ({ app }) => {
      await app.pick(portraitFile());
      expect(Math.abs((await app.readYears()) - (PORTRAIT?.photo.years ?? Number.NaN))).toBeLessThanOrEqual(1);
    });
  });
}

test("a face is still read the same when the browser gives no WebGL any more after crashes", async ({ page }) => {
  const { years, files } = await readPortrait(page);
  for (let crash = 0; crash < CRASHES; crash++) {
    await crashGraphics(page);
    const again = await page.evaluate(() => window.readYears());
    expect(Math.abs(again - years)).toBeLessThanOrEqual(TOLERANCE_YEARS);
  }
  expect(files.filter((path) => /short-range\.bin$/.test(path))).toHaveLength(1);
});

test.describe("without WebAssembly", () => {
  test.use({ browserArguments: NO_WEBASSEMBLY, expectedErrors: /EngineError|WebAssembly|unsupported/ });

  test("the page says so before a picture is chosen", async ({ app }) => {
    await expect(app.error).toHaveAttribute("data-code", "unsupported-browser");
    await expect(app.error).toContainText(/neither in WebGPU nor in WebAssembly/);
  });
});
