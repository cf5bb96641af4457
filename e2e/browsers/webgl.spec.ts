import { portraitFile } from "../support/pictures.ts";
import { expect, test } from "./support/test.ts";

test.skip(
  ({ otherBrowser }) => otherBrowser === "firefox",
  "Firefox has WebGL in workers; WebKitGTK only when told to.",
);
test.use({ features: ["+AllowWebGLInWorkers"] });

test("reads a photo with MediaPipe where WebKit has WebGL in workers", async ({ visitor }) => {
  await visitor.open();
  await visitor.pick("pick-button", [portraitFile()]);
  expect(await visitor.readYears()).toBeGreaterThan(10);
  const programs = await visitor.tab.run(() => performance.getEntriesByType("resource").map(({ name }) => name));
  expect(programs.filter((name) => /short-range\.bin$/.test(name))).toEqual([]);
});
