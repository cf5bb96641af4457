import type { TestFile } from "./pages/app-page.ts";
import { holdBack } from "./support/hold-back.ts";
import {
  claimedJpeg,
  colouredBlobs,
  emptyScene,
  flatPicture,
  portrait,
  portraitFile,
  smiley,
  truncatedJpeg,
} from "./support/pictures.ts";
import { expect, test } from "./support/test.ts";

test.skip(({ backend }) => backend === "webgpu", "What is refused here does not depend on where networks run.");
test.use({ expectedErrors: /EngineError|Failed to load resource/ });

const BAD_FILES: Record<string, { file: () => Promise<TestFile> | TestFile; says: RegExp }> = {
  "a text that claims to be a picture": {
    file: () => claimedJpeg(Buffer.from("Dear diary, today I…"), "diary.jpg"),
    says: /not a picture|isn.t a picture/i,
  },
  "a truncated picture": { file: () => truncatedJpeg(0.4), says: /damaged|incomplete/i },
  "an empty file": { file: () => claimedJpeg(new Uint8Array(), "empty.jpg"), says: /empty/i },
  "a single pixel": { file: () => flatPicture(1, 1), says: /too small/i },
  "four hundred megapixels": { file: () => pictureThatClaims(20_000), says: /400 megapixel/i },
  "a picture that browsers do not read": { file: tiff, says: /TIFF/ },
};

/** A small PNG file whose header gives another side, in pixels. */
async function pictureThatClaims(side: number): Promise<TestFile> {
  const picture = await flatPicture(16, 16);
  picture.buffer.writeUInt32BE(side, 16);
  picture.buffer.writeUInt32BE(side, 20);
  return picture;
}

async function tiff(): Promise<TestFile> {
  return { name: "scan.tiff", mimeType: "image/tiff", buffer: await portrait().tiff().toBuffer() };
}

for (const [name, { file, says }] of Object.entries(BAD_FILES)) {
  test(`${name} gets one clear sentence, and the next photo works`, async ({ app }) => {
    await app.pick(await file());
    await expect(app.error).toContainText(says);
    expect((await app.error.textContent())?.length).toBeLessThan(300);
    await app.pick(portraitFile());
    await expect(app.years).toHaveCount(1);
    await expect(app.error).toHaveCount(0);
  });
}

for (const [name, file] of Object.entries({ meadow: emptyScene, smiley, "coloured noise": colouredBlobs })) {
  test(`a picture without a face (${name}) says so, kindly`, async ({ app }) => {
    await app.pick(await file());
    await expect(app.noFace).toBeVisible();
    await expect(app.error).toHaveCount(0);
    await app.pick(portraitFile());
    await expect(app.years).toHaveCount(1);
  });
}

for (const [name, answer, says] of [
  ["missing", { status: 404, body: "" }, /missing/i],
  ["altered", { status: 200, body: "not the weights" }, /published|altered|changed/i],
] as const) {
  test(`a model file that is ${name} is refused, and a retry works once it is back`, async ({ app, page }) => {
    await page.route("**/weights.bin", (route) => route.fulfill(answer));
    await page.reload();
    await app.pick(portraitFile());
    await expect(app.error).toContainText(says);
    await page.unroute("**/weights.bin");
    await app.pick(portraitFile());
    await expect(app.years).toHaveCount(1);
  });
}

test("cancelling ends the wait, and the next photo works", async ({ app, page }) => {
  const letThrough = await holdBack(page, "**/weights.bin");
  await page.reload();
  await app.pick(portraitFile());
  await page.getByTestId("cancel-button").click();
  await expect(app.progress).toHaveCount(0);
  await expect(app.error).toHaveCount(0);
  letThrough();
  await app.pick(portraitFile());
  await expect(app.years).toHaveCount(1);
});
