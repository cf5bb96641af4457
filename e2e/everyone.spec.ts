import type { AppPage } from "./pages/app-page.ts";
import { violations } from "./support/axe.ts";
import { holdBack } from "./support/hold-back.ts";
import { expect, test } from "./support/test.ts";

test.skip(({ backend }) => backend === "webgpu", "The page looks the same wherever networks run.");

/** Opens a face with everything that can be unfolded below it. */
async function unfoldFace(app: AppPage): Promise<void> {
  const { page } = app;
  await page.getByTestId("sample-button").first().click();
  await app.readYears();
  await page.getByTestId("explain-open").click();
  await expect(page.locator("[data-testid=heat-picture][data-method]")).toBeVisible();
  await page.getByTestId("quality").getByRole("button").first().click();
}

test("axe finds nothing wrong in any view, light or dark", async ({ app, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await violations(page)).toEqual([]);
  await unfoldFace(app);
  expect(await violations(page)).toEqual([]);
  await page.getByTestId("view-compare").click();
  await expect(page.getByTestId("model-speed").first()).toContainText(/\d/);
  expect(await violations(page)).toEqual([]);
  await page.getByTestId("view-about").click();
  await page.getByTestId("markdown-fold").first().getByRole("button").click();
  await expect(page.getByTestId("markdown").locator("table").first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  for (const view of ["live", "present"]) {
    await page.goto(`/#${view}`);
    await expect(page.getByTestId("app")).toHaveAttribute("data-view", view);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  }
});

test("needs no mouse, from the first key to the model's card", async ({ app, page }) => {
  const press = async (key: string, until: string) => {
    await expect(page.locator(until).first()).toBeAttached();
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press(key);
      if (await page.evaluate((selector) => document.activeElement?.matches(selector), until)) return;
    }
    throw new Error(`${key} never reaches ${until}.`);
  };
  await press("Tab", "[data-testid=sample-button]");
  await page.keyboard.press("Enter");
  await app.readYears();
  await press("Tab", "[data-testid=explain-open]");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-testid=heat-picture][data-method]")).toBeVisible();
  await press("Tab", "[data-testid=over-age] input");
  const before = await page.getByTestId("over-share").textContent();
  for (let years = 0; years < 12; years++) await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("over-share")).not.toHaveText(before ?? "");
  await press("Shift+Tab", "[data-testid=view-compare]");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("model-speed").first()).toContainText(/\d/);
  await press("Tab", "[data-testid=markdown-fold] button");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("markdown").locator("table").first()).toBeVisible();
});

test("fits a phone: nothing is cut off to the side", async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const overhang = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await overhang()).toBeLessThanOrEqual(0);
  await unfoldFace(app);
  expect(await overhang()).toBeLessThanOrEqual(0);
  await page.getByTestId("view-compare").click();
  await expect(page.getByTestId("model-speed").first()).toContainText(/\d/);
  expect(await overhang()).toBeLessThanOrEqual(0);
  await page.getByTestId("view-about").click();
  await page.getByTestId("markdown-fold").first().getByRole("button").click();
  await expect(page.getByTestId("markdown").locator("table").first()).toBeVisible();
  expect(await overhang()).toBeLessThanOrEqual(0);
  await page.getByTestId("view-live").click();
  await expect(page.getByTestId("start-camera")).toBeVisible();
  expect(await overhang()).toBeLessThanOrEqual(0);
  await page.getByTestId("view-present").click();
  await expect(page.getByTestId("stage-sample")).toBeVisible();
  expect(await overhang()).toBeLessThanOrEqual(0);
});

test("tells screen readers of a reading twice: when it begins and when it is done", async ({ app, page }) => {
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    new MutationObserver(() => {
      const text = [...document.querySelectorAll("[role=status], [aria-live]")]
        .map((node) => node.textContent)
        .join("");
      if (text && text !== told.at(-1)) told.push(text);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await app.useSample();
  await expect(page.getByText(/Done\. One face/)).toHaveCount(1);
  const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
  expect(told).toHaveLength(2);
  expect(told[1]).toMatch(/Done\. One face: \d+ years/);
});

test.describe("in French", () => {
  test.use({ locale: "fr-CH" });

  test("speaks French everywhere, and English when asked to, also at the next visit", async ({ app, page }) => {
    await expect(page.locator("html")).toHaveAttribute("lang", "fr");
    await expect(page).toHaveTitle(/quel âge/);
    await unfoldFace(app);
    await expect(page.getByTestId("explain")).toContainText("Pourquoi cet âge");
    await expect(page.getByTestId("over-share")).toContainText(/Le modèle donne \d+\s%/);
    await page.getByTestId("view-compare").click();
    await expect(page.getByTestId("model").first()).toContainText("En service");
    await page.getByTestId("view-about").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("À propos d’AgeLens");
    await page.getByTestId("language-choice").selectOption("en");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("About AgeLens");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("About AgeLens");
  });
});

test.describe("in German", () => {
  test.use({ locale: "de-AT" });

  test("speaks German everywhere, also in a model's card", async ({ app, page }) => {
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await expect(page).toHaveTitle(/wie alt/);
    await unfoldFace(app);
    await expect(page.getByTestId("explain")).toContainText("Warum dieses Alter");
    await expect(page.getByTestId("over-share")).toContainText(/Das Modell gibt \d+\s%/);
    await page.getByTestId("view-compare").click();
    await expect(page.getByTestId("model").first()).toContainText("Kompakt");
    await expect(page.getByTestId("model").first()).toContainText("Testteil von UTKFace");
    await page.getByTestId("view-about").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Über AgeLens");
    await page.getByTestId("markdown-fold").first().getByRole("button").click();
    await expect(page.getByRole("heading", { name: "Trainingsdaten" })).toHaveAttribute("lang", "de");
    await page.getByTestId("view-live").click();
    await expect(page.getByTestId("start-camera")).toHaveText("Kamera starten");
    await page.getByTestId("view-batch").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ein ganzer Ordner auf einmal");
  });

  test("downloads no other language, and keeps its own when another does not come", async ({ page }) => {
    const requested: string[] = [];
    page.on("request", (request) => requested.push(new URL(request.url()).pathname));
    await page.route("**/assets/fr-*.js", (route) => route.abort());
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wie alt wirkt ein Gesicht?");
    const languages = requested.filter((path) => /\/(en|fr|de)-[^/]*\.js$/.test(path));
    expect(languages).toHaveLength(1);
    expect(languages[0]).toContain("/de-");
    await page.getByTestId("language-choice").selectOption("fr");
    await expect(page.getByTestId("error")).toHaveAttribute("data-code", "download-failed");
    await expect(page.getByTestId("language-choice")).toHaveValue("de");
    await page.unroute("**/assets/fr-*.js");
    await page.getByTestId("language-choice").selectOption("fr");
    await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  });
});

test("says so while a part of the page is on its way, and leaves the others open when one does not come", async ({
  page,
}) => {
  const letThrough = await holdBack(page, "**/AboutView-*.js");
  await page.route("**/CompareView-*.js", (route) => route.abort());
  await page.goto("/#about");
  await expect(page.getByTestId("view-wait")).toBeVisible();
  letThrough();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("About AgeLens");
  await page.getByTestId("view-compare").click();
  await expect(page.getByTestId("error")).toBeVisible();
  await page.getByTestId("view-photo").click();
  await expect(page.getByTestId("sample-button").first()).toBeVisible();
});

test("can be used before the models are there", async ({ page }) => {
  const letThrough = await holdBack(page, "**/models/*/**");
  await page.goto("/");
  await page.getByTestId("view-about").click();
  await expect(page.getByTestId("markdown-fold").first()).toBeVisible();
  await page.getByTestId("view-photo").click();
  await page.getByTestId("sample-button").first().click();
  await expect(page.getByTestId("progress")).toBeVisible();
  letThrough();
  await expect(page.getByTestId("face-years").first()).toBeVisible();
});
