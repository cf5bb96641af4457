import { encode, FORMATS, group, portrait, portraitFile, sidewaysPortrait } from "./support/pictures.ts";
import { expect, test } from "./support/test.ts";

test("reads the sample at one click and says where it ran", async ({ app, backend }) => {
  await app.useSample();
  const years = await app.readYears();
  expect(years).toBeGreaterThan(20);
  expect(years).toBeLessThan(60);
  await expect(app.faces).toHaveCount(1);
  await expect(app.page.getByTestId("face-interval").first()).toContainText(/\d+\D+\d+/);
  await expect(app.backend).toContainText(backend === "webgpu" ? /WebGPU/ : /WebAssembly/);
});

test("takes a photo that is dropped, pasted or picked, and reads it the same each time", async ({ app, backend }) => {
  test.skip(backend === "webgpu", "how a photo comes in does not depend on where networks run");
  await app.drop(portraitFile());
  const dropped = await app.readYears();
  await app.page.reload();
  await app.paste(portraitFile());
  expect(await app.readYears()).toBe(dropped);
  await app.page.reload();
  await app.pick(portraitFile());
  expect(await app.readYears()).toBe(dropped);
});

test("reads every format it promises", async ({ app, backend }) => {
  test.skip(backend === "webgpu", "the browser decodes pictures, wherever networks run");
  await app.pick(portraitFile());
  const years = await app.readYears();
  for (const format of FORMATS) {
    await app.page.reload();
    await app.pick(await encode(portrait(), format));
    // Palettes and compression add grain, which this portrait's reading leans on.
    expect(Math.abs((await app.readYears()) - years), format).toBeLessThanOrEqual(6);
  }
});

test("honours the EXIF orientation", async ({ app }) => {
  await app.pick(await sidewaysPortrait());
  await expect(app.faces).toHaveCount(1);
  const photo = await app.page.getByTestId("photo").boundingBox();
  const face = await app.faces.first().boundingBox();
  if (!photo || !face) throw new Error("nothing is drawn");
  expect(photo.width).toBeGreaterThan(photo.height);
  const centre = {
    x: (face.x + face.width / 2 - photo.x) / photo.width,
    y: (face.y + face.height / 2 - photo.y) / photo.height,
  };
  expect(centre.x).toBeCloseTo(0.45, 1);
  expect(centre.y).toBeCloseTo(0.44, 1);
});

test("finds every face of a group and lists them all", async ({ app, backend }) => {
  const [columns, rows] = backend === "webgpu" ? [2, 2] : [4, 3];
  await app.pick(await group(columns, rows));
  await expect(app.faces).toHaveCount(columns * rows);
  await expect(app.items).toHaveCount(columns * rows);
  await app.items.last().click();
  await expect(app.page.locator("[data-testid=face-box][data-selected=true]")).toHaveCount(1);
});

test("a new photo takes the place of the one before", async ({ app }) => {
  await app.pick(await group(2, 1));
  await expect(app.faces).toHaveCount(2);
  await app.pick(portraitFile());
  await expect(app.faces).toHaveCount(1);
});
