import { violations } from "./support/axe.ts";
import { ElementPage } from "./support/element-page.ts";
import { FAKE_CAMERA, makeFakeCamera, removeFakeCamera } from "./support/fake-camera.ts";
import { group } from "./support/pictures.ts";
import { expect, test } from "./support/test.ts";

test.skip(({ backend }) => backend !== "wasm", "The element is the same with WebGPU.");
test.use({ launchOptions: FAKE_CAMERA });
test.beforeAll(makeFakeCamera);
test.afterAll(removeFakeCamera);

const SIZES = { phone: { width: 390, height: 844 }, laptop: { width: 1366, height: 768 } };

for (const [name, viewport] of Object.entries(SIZES)) {
  test(`shows a photo with ages on a ${name}, for everybody`, async ({ page }, testInfo) => {
    await page.setViewportSize(viewport);
    const shown = new ElementPage(page);
    await shown.open(
      `<age-lens src="samples/three.jpg"><img src="samples/three.jpg" alt="Three portraits"></age-lens>`,
    );
    await expect(shown.element.locator("[part=picture]")).toHaveAttribute("alt", "Three portraits");
    await expect(shown.boxes).toHaveCount(3);
    await expect(shown.announcement).toHaveText(/^Face 1: \d+ years, most likely \d+ to \d+; Face 2: .+; Face 3: .+$/);
    await expect(shown.status).toBeHidden();
    expect(await shown.told()).toEqual(["age-lens-reading"]);
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: testInfo.outputPath("photo.png") });

    await page.keyboard.press("Tab");
    await expect(shown.boxes.first()).toBeFocused();
    expect(await shown.boxes.first().getAttribute("aria-label")).toContain("Face 1");
    await page.keyboard.press("Tab");
    await expect(shown.boxes.nth(1)).toBeFocused();
    await page.screenshot({ path: testInfo.outputPath("focus.png") });
    const stage = await shown.element.locator("[part=stage]").boundingBox();
    for (const label of await shown.element.locator("[part=label]:visible").all()) {
      const box = await label.boundingBox();
      expect(box && stage && box.x >= stage.x - 1 && box.x + box.width <= stage.x + stage.width + 1).toBe(true);
    }
  });
}

test("gives the reading of another picture when src changes, and none of the one before", async ({ page }) => {
  const shown = new ElementPage(page);
  await shown.open(`<age-lens src="samples/three.jpg"></age-lens>`);
  await page.evaluate(() => document.querySelector("age-lens")?.setAttribute("src", "samples/astronaut.jpg"));
  expect(await shown.years()).toBeGreaterThan(20);
  expect(await shown.told()).toEqual(["age-lens-reading"]);
  await page.evaluate(() => document.querySelector("age-lens")?.setAttribute("lang", "de"));
  await expect(shown.announcement).toHaveText(/^\d+ Jahre, am ehesten \d+ bis \d+$/);
  expect(await shown.told(), "another language needs no other reading").toHaveLength(1);
});

test("says what is wrong with a picture, shows the fallback, and tries again", async ({ page }) => {
  const shown = new ElementPage(page);
  await page.route("**/portrait.jpg", (route) => route.fulfill({ contentType: "image/jpeg", body: "no picture" }));
  await shown.open(`<age-lens src="portrait.jpg" lang="fr"><p>A portrait</p></age-lens>`);
  await expect(shown.status).toHaveText("Cette image ne peut pas être lue.");
  await expect(shown.announcement).toHaveText("Cette image ne peut pas être lue.");
  await expect(page.getByText("A portrait")).toBeVisible();
  expect(await shown.told()).toEqual(["age-lens-error not-an-image"]);
  expect(await violations(page)).toEqual([]);
  await page.unroute("**/portrait.jpg");
  await page.route("**/portrait.jpg", (route) => route.fulfill({ path: "public/samples/astronaut.jpg" }));
  await shown.button.click();
  expect(await shown.years()).toBeGreaterThan(20);
  await expect(page.getByText("A portrait")).toBeHidden();
});

test("reads whatever the engine reads, in one engine for all, and lets go of it", async ({ page }) => {
  const workers = () => page.workers().length;
  const shown = new ElementPage(page);
  await shown.open("<age-lens></age-lens><age-lens></age-lens>");
  await expect(shown.element.getByRole("img")).toHaveCount(0);
  const picture = [...(await group(2, 1)).buffer];
  await page.evaluate(async (bytes) => {
    const [first, second] = document.querySelectorAll("age-lens");
    const file = new Blob([new Uint8Array(bytes)]);
    if (first) first.input = await createImageBitmap(file);
    if (second) second.input = file;
  }, picture);
  await expect(page.locator("age-lens [part=box]")).toHaveCount(4);
  expect(workers()).toBe(1);
  const read = await page.evaluate(() =>
    [...document.querySelectorAll("age-lens")].map((one) => one.analysis?.faces.length),
  );
  expect(read).toEqual([2, 2]);
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll("age-lens");
    first?.clear();
    if (second) document.querySelector("h1")?.before(second);
  });
  await expect(page.locator("age-lens [part=box]"), "one is cleared, one moved").toHaveCount(2);
  await page.evaluate(() => document.querySelector("main")?.replaceChildren());
  await expect.poll(workers).toBe(0);
});

test("starts the camera when asked to, follows a face, and turns it off", async ({ page }, testInfo) => {
  const shown = new ElementPage(page);
  await page.setViewportSize(SIZES.phone);
  await shown.open("<age-lens camera></age-lens>");
  await expect(shown.status).toHaveText("Pictures stay on this device.");
  expect(await violations(page)).toEqual([]);
  await shown.button.click();
  await expect(shown.status).toHaveText("The camera is not allowed here.");
  expect(await shown.told()).toEqual(["age-lens-error"]);

  await page.context().grantPermissions(["camera"]);
  await shown.button.click();
  await expect(shown.button).toHaveText("Stop");
  await expect(shown.announcement).toHaveText(/^\d+ years, most likely \d+ to \d+$/);
  expect(await page.evaluate(() => document.querySelector("age-lens")?.people[0]?.reading?.progress)).toBe(1);
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: testInfo.outputPath("camera.png") });
  const inFace = await shown.boxes.evaluate((box) => {
    const stage = box.closest("[part=stage]")?.getBoundingClientRect() ?? new DOMRect();
    const { x, y, width, height } = box.getBoundingClientRect();
    return [(x + width / 2 - stage.x) / stage.width, (y + height / 2 - stage.y) / stage.height];
  });
  for (const share of inFace) expect(Math.abs(share - 0.5)).toBeLessThan(0.25);

  const track = await page.evaluateHandle(() => {
    const video = document.querySelector("age-lens")?.shadowRoot?.querySelector("video");
    return video?.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks()[0] : undefined;
  });
  await shown.button.click();
  await expect(shown.status).toHaveText("Pictures stay on this device.");
  expect(await track.evaluate((camera) => camera?.readyState)).toBe("ended");
  await page.evaluate(() => document.querySelector("age-lens")?.setAttribute("autostart", ""));
  await expect(shown.boxes).toHaveCount(1);
  await page.evaluate(() => document.querySelector("age-lens")?.remove());
  await expect.poll(() => page.workers().length).toBe(0);
});
