import sharp from "sharp";
import { MAX_SIDE_PX } from "../src/engine/decode/size.ts";
import { csvRows, savedBy } from "./support/downloads.ts";
import { encode, group, portrait, portraitFile, truncatedJpeg } from "./support/pictures.ts";
import { settled } from "./support/settled.ts";
import { expect, test } from "./support/test.ts";

test.use({ expectedErrors: /EngineError/ });
test.beforeEach(({ backend }) => {
  test.skip(backend === "webgpu", "what is tested here runs on the page, and WebGPU in software is slow");
});

test("several pictures become a film strip, each with its own faces", async ({ app, page }) => {
  await app.pick([await group(2, 1), portraitFile(), await truncatedJpeg(0.4)]);
  const frames = page.getByTestId("frame");
  await expect(frames).toHaveCount(3);
  await expect(app.faces).toHaveCount(2);
  await frames.nth(1).click();
  await expect(app.faces).toHaveCount(1);
  await expect(page.locator("[data-testid=frame][data-status=read]")).toHaveCount(2);
  await frames.nth(2).click();
  await expect(page.getByRole("heading", { name: /damaged/ })).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(app.years).toHaveCount(1);
  await app.pick(portraitFile());
  await expect(frames).toHaveCount(0);
});

test("zooms by wheel, buttons and keys, moves, and comes back", async ({ app, page }) => {
  await app.pick(portraitFile());
  await app.readYears();
  await settled(page);
  const photo = page.getByTestId("photo");
  const whole = await photo.boundingBox();
  const stage = await page.getByTestId("stage").boundingBox();
  const face = await app.faces.first().boundingBox();
  if (!whole || !stage || !face) throw new Error("nothing is drawn");
  const [x, y] = [face.x + face.width / 2, face.y + face.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -300);
  await expect(page.getByTestId("zoom-scale")).not.toHaveText("100%");
  const larger = await app.faces.first().boundingBox();
  expect(larger?.width).toBeGreaterThan(face.width * 1.5);
  expect((larger?.x ?? 0) + (larger?.width ?? 0) / 2).toBeCloseTo(x, -1);

  await page.mouse.down();
  await page.mouse.move(x - 80, y - 40, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await app.faces.first().boundingBox())?.x).toBeLessThan((larger?.x ?? 0) - 40);

  await page.getByTestId("stage").focus();
  await page.keyboard.press("0");
  await expect(page.getByTestId("zoom-scale")).toHaveText("100%");
  await expect.poll(() => photo.boundingBox()).toEqual(whole);
  await page.keyboard.press("+");
  await expect(page.getByTestId("zoom-scale")).toHaveText("150%");
  const before = await photo.boundingBox();
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => (await photo.boundingBox())?.x).toBeLessThan(before?.x ?? 0);
  await page.getByTestId("zoom-reset").click();
  await expect(page.getByTestId("zoom-scale")).toHaveText("100%");
});

test("saves the picture with its ages at full resolution, however large", async ({ app, page }) => {
  const [width, height] = [4800, 600];
  await app.pick(await encode(portrait().resize(width, height, { fit: "contain", position: "left" }), "jpeg", "large"));
  await expect(app.faces).toHaveCount(1);
  const { name, bytes } = await savedBy(page, "save-picture");
  expect(name).toBe("large-ages.png");
  expect(await sharp(bytes).metadata()).toMatchObject({ format: "png", width, height });

  const [face] = JSON.parse((await savedBy(page, "save-json")).bytes.toString()).pictures[0].faces;
  const unit = width / MAX_SIDE_PX;
  const corner = { left: Math.round(face.box.x * unit), top: Math.round(face.box.y * unit) + 12, width: 1, height: 1 };
  expect([...(await sharp(bytes).extract(corner).removeAlpha().raw().toBuffer())]).toEqual([255, 255, 255]);
});

test("copies the picture, and saves figures as CSV and JSON", async ({ app, page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.pick(await group(2, 1));
  await expect(app.faces).toHaveCount(2);
  await page.getByTestId("copy-picture").click();
  await expect(page.getByTestId("tools-message")).toHaveText("Copied");
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const picture = await createImageBitmap((await item?.getType("image/png")) as Blob);
    return { width: picture.width, height: picture.height };
  });
  expect(copied).toEqual({ width: 380, height: 200 });

  const rows = csvRows((await savedBy(page, "save-csv")).bytes);
  const { pictures } = JSON.parse((await savedBy(page, "save-json")).bytes.toString());
  const shown = (await app.years.allTextContents()).map(Number);
  expect(rows.map(({ years }) => Math.round(Number(years)))).toEqual(shown);
  expect(rows[0]).toMatchObject({ picture: "group.jpeg", picture_width: "380", face: "1", backend: "wasm" });
  expect(pictures[0].faces.map((face: { age: { years: number } }) => Math.round(face.age.years))).toEqual(shown);
  const sum = pictures[0].faces[0].posterior.reduce((sum: number, share: number) => sum + share, 0);
  expect(sum).toBeCloseTo(1, 3);
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true });

  test("two fingers zoom the picture", async ({ app, page }) => {
    await app.pick(portraitFile());
    await app.readYears();
    await settled(page);
    const stage = await page.getByTestId("stage").boundingBox();
    if (!stage) throw new Error("nothing is drawn");
    const [x, y] = [stage.x + stage.width / 2, stage.y + stage.height / 2];
    const touch = await page.context().newCDPSession(page);
    const fingers = (apart: number) => [
      { x: x - apart / 2, y, id: 0 },
      { x: x + apart / 2, y, id: 1 },
    ];
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: fingers(60) });
    for (const apart of [80, 110, 140, 180]) {
      await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: fingers(apart) });
    }
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await expect
      .poll(async () => Number.parseInt((await page.getByTestId("zoom-scale").textContent()) ?? "", 10))
      .toBeGreaterThan(200);
  });
});
