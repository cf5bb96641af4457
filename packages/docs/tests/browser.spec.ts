import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

const PHONE = { width: 390, height: 844 };
/** Pages of each kind, those with the widest tables and the longest names among them. */
const KINDS = [
  "index.html",
  "models.html",
  "models/compact-age.html",
  "studies/repair.html",
  "training/reference.html",
  "api/engine/index.html",
  "api/engine/interfaces/Engine.html",
];

test("asks its own folder alone, and fits a phone", async ({ page, baseURL }) => {
  await page.setViewportSize(PHONE);
  const faults: string[] = [];
  page.on("request", (request) => request.url().startsWith(baseURL ?? "") || faults.push(request.url()));
  page.on("response", (response) => response.status() < 400 || faults.push(`${response.status()} ${response.url()}`));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  for (const file of KINDS) {
    await page.goto(file);
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overhang > 0) faults.push(`${file} is ${overhang} px wider than the window`);
  }
  expect(faults).toEqual([]);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing wrong, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const file of ["index.html", "models.html", "api/engine/interfaces/Engine.html"]) {
      await page.goto(file);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${file}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });
}

test("finds a heading and goes there, by keys alone", async ({ page }) => {
  await page.goto("studies/repair.html");
  await expect(page.getByRole("button", { name: "Search" })).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("faces missed");
  await expect(page.getByRole("status")).toHaveText(/result/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/studies\/detector\.html#missed-faces$/);
});

test("copies code", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("quick-start.html");
  const code = page.locator(".code").first();
  await code.hover();
  await code.getByRole("button", { name: "Copy" }).click();
  await expect(code.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe((await code.locator("code").textContent())?.trimEnd());
});

test("opens the menu on a phone and goes to a page", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto("index.html");
  const link = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Models" });
  await expect(link).toBeHidden();
  await page.getByRole("button", { name: "Menu" }).click();
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name: "Models" })).toBeVisible();
});
