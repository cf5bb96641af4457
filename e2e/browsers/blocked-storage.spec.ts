import { expect, test } from "./support/test.ts";

test.skip(({ otherBrowser }) => otherBrowser === "webkit", "The setting is Firefox's.");
/** Firefox's "block all cookies", which blocks every kind of site data. */
test.use({ preferences: { "network.cookie.cookieBehavior": 2 }, expectedErrors: /ServiceWorker/ });

test("reads a photo and changes its language where Firefox blocks site data, and says that nothing is kept", async ({
  visitor,
}) => {
  await visitor.open();
  await expect.poll(() => visitor.count("[data-testid=storage-notice][data-failure=blocked]")).toBe(1);
  await visitor.select("language-choice", "fr");
  await expect.poll(() => visitor.tab.run(() => document.documentElement.lang)).toBe("fr");
  await visitor.click("sample-button");
  expect(await visitor.readYears()).toBeGreaterThan(10);
});
