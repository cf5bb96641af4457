import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TestFile } from "./pages/app-page.ts";
import { encode, portrait, portraitFile } from "./support/pictures.ts";
import { expect, test } from "./support/test.ts";

test.skip(({ backend }) => backend === "webgpu", "What is decoded here does not depend on where networks run.");

const FIXTURES = join(import.meta.dirname, "fixtures");

/** A drawing around the portrait: SVG has no pixels of its own. */
function drawing(): TestFile {
  const picture = `data:image/png;base64,${portraitFile().buffer.toString("base64")}`;
  const svg = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 280" width="320" height="280"><image href="${picture}" width="320" height="280"/></svg>`;
  return { name: "drawing.svg", mimeType: "image/svg+xml", buffer: Buffer.from(svg) };
}

async function avifOfBrand(brand: string): Promise<TestFile> {
  const { buffer } = await encode(portrait(), "avif");
  buffer.write(brand, 8, "latin1");
  return { name: "portrait.avif", mimeType: "", buffer };
}

const READ: Record<string, () => Promise<TestFile> | TestFile> = {
  "HEIC without a type": () => ({
    name: "IMG_0001.HEIC",
    mimeType: "",
    buffer: readFileSync(join(FIXTURES, "portrait.heic")),
  }),
  "a drawing around a photo": drawing,
  "AVIF of another brand": () => avifOfBrand("miaf"),
};

for (const [name, file] of Object.entries(READ)) {
  test(`${name} is read as the portrait is`, async ({ app }) => {
    await app.pick(portraitFile());
    const years = await app.readYears();
    await app.pick(await file());
    await expect(app.progress).toHaveCount(0);
    await expect(app.error).toHaveCount(0);
    expect(Math.abs((await app.readYears()) - years)).toBeLessThanOrEqual(3);
  });
}

test("the decoder for HEIC is loaded with the first such picture, not before", async ({ app, page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await app.pick(portraitFile());
  await app.readYears();
  expect(asked.filter((url) => url.includes("libheif"))).toEqual([]);
});

test("of several files those that are no pictures are named", async ({ app }) => {
  const notes = { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("Dear diary") };
  await app.pick([portraitFile(), notes]);
  await expect(app.years).toHaveCount(1);
  await expect(app.error).toContainText("notes.txt");
});
