import { expect, test } from "./support/test.ts";

test.skip(({ otherBrowser }) => otherBrowser === "webkit", "The language is asked for by a setting of Firefox.");
test.use({ preferences: { "intl.accept_languages": "fr-CH, fr" } });

test("speaks French, and English when asked to, also at the next visit", async ({ visitor }) => {
  await visitor.open();
  const language = () => visitor.tab.run(() => document.documentElement.lang);
  await expect.poll(language).toBe("fr");
  await visitor.click("sample-button");
  await visitor.readYears();
  await visitor.click("view-compare");
  await visitor.reads("model", /En service/);
  await visitor.select("language-choice", "en");
  await expect.poll(language).toBe("en");
  await visitor.tab.reload();
  await visitor.reads("model", /In use/);
});
