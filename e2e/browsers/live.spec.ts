import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./support/test.ts";

const PORTRAIT = join(import.meta.dirname, "../../public/samples/astronaut.jpg");

test("runs on the browser's fake camera, on which there is nobody", async ({ visitor, otherBrowser }) => {
  test.skip(otherBrowser === "webkit", "No frame came in WebKitGTK, which is started without a fake camera.");
  await visitor.open("#live");
  await visitor.click("start-camera");
  await visitor.reads("frames-per-second", /[1-9]/);
  expect(await visitor.count("[data-testid=live-face]")).toBe(0);
  expect(await visitor.count("[data-testid=camera-problem]")).toBe(0);
  await visitor.click("stop-camera");
  await visitor.sees("start-camera");
});

test("follows a face until its reading has settled", async ({ visitor }) => {
  await visitor.open("#live");
  await visitor.tab.run(filmPicture, readFileSync(PORTRAIT, "base64"));
  await visitor.click("start-camera");
  await visitor.sees("live-face", 1);
  await expect.poll(() => visitor.count("[data-testid=live-face][data-settled]")).toBe(1);
  const years = Number(await visitor.text("person-years"));
  expect(years).toBeGreaterThan(20);
  expect(years).toBeLessThan(60);
});

/** Makes the camera show a picture: Firefox's own fake one cannot, and WebKitGTK has none. */
async function filmPicture(base64: string): Promise<void> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes]));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.width, picture.height];
  const context = canvas.getContext("2d");
  setInterval(() => context?.drawImage(picture, 0, 0), 30);
  navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(30);
}
