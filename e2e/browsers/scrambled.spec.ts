import { expect, test } from "./support/test.ts";

test.skip(({ otherBrowser }) => otherBrowser === "webkit", "Only Firefox has the setting.");
test.use({ preferences: { "privacy.resistFingerprinting": true } });

test("says what to do where Firefox scrambles canvases, before a picture is chosen, and reads no age", async ({
  visitor,
}) => {
  await visitor.open();
  await visitor.sees("error");
  const code = () => visitor.tab.run(() => document.querySelector("[data-testid=error]")?.getAttribute("data-code"));
  expect(await code()).toBe("canvas-scrambled");
  await visitor.click("sample-button");
  await expect.poll(code).toBe("canvas-scrambled");
  expect(await visitor.count("[data-testid=face-years]")).toBe(0);
});
