import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TestFile } from "../pages/app-page.ts";
import { encode, portrait, portraitFile, truncatedJpeg } from "../support/pictures.ts";
import { expect, test } from "./support/test.ts";

const HEIC = join(import.meta.dirname, "../fixtures/portrait.heic");

/** A drawing around the portrait: SVG has no pixels of its own. */
function drawing(): TestFile {
  const photo = `data:image/png;base64,${portraitFile().buffer.toString("base64")}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="280"><image href="${photo}" width="320" height="280"/></svg>`;
  return { name: "drawing.svg", mimeType: "image/svg+xml", buffer: Buffer.from(svg) };
}

test("reads HEIC, AVIF and a drawing around a photo as it reads the photo", async ({ visitor }) => {
  await visitor.open();
  await visitor.pick("pick-button", [portraitFile()]);
  const years = await visitor.readYears();
  const heic = { name: "IMG_0001.HEIC", mimeType: "image/heic", buffer: readFileSync(HEIC) };
  const files = [await encode(portrait(), "avif"), drawing(), heic];
  for (const file of files) {
    await visitor.open();
    await visitor.pick("pick-button", [file]);
    expect(Math.abs((await visitor.readYears()) - years), file.name).toBeLessThanOrEqual(3);
  }
});

test.describe("a photo that ends too early", () => {
  test.use({ expectedErrors: /corrupt or truncated/ });

  test("is called damaged, and no age is read in what is left", async ({ visitor }) => {
    await visitor.open();
    await visitor.pick("pick-button", [await truncatedJpeg(0.8)]);
    await visitor.reads("error", /damaged|incomplete/i);
  });
});
