import { AppPage } from "./pages/app-page.ts";
import { OwnSite } from "./support/own-site.ts";
import { expect, test } from "./support/test.ts";

test.use({ serviceWorkers: "allow" });
test.skip(({ backend }) => backend === "webgpu", "The service worker does not care where networks run.");

test("works in flight mode after one visit, whichever view", async ({ page, context }, testInfo) => {
  const site = await OwnSite.start(testInfo.outputPath("site"));
  const app = new AppPage(page);
  await page.goto(site.url);
  await expect(page.getByTestId("offline-ready")).toBeVisible();
  await context.setOffline(true);
  await site.stop();

  await page.reload();
  await app.useSample();
  expect(await app.readYears()).toBeGreaterThan(10);
  await page.getByTestId("explain-open").click();
  await expect(page.locator("[data-testid=heat-picture][data-method]")).toBeVisible();
  await page.getByTestId("view-compare").click();
  await expect(page.getByTestId("model-speed").first()).toContainText(/\d/);
  await page.getByTestId("view-about").click();
  await page.getByTestId("markdown-fold").first().getByRole("button").click();
  await expect(page.getByTestId("markdown").locator("table").first()).toBeVisible();
});

test("can be installed as Chromium demands it", async ({ playwright, launchOptions, baseURL }, testInfo) => {
  // A browser as people have it: what tests usually get counts as incognito, where nothing can be installed.
  const browser = await playwright.chromium.launchPersistentContext(testInfo.outputPath("profile"), launchOptions);
  const page = await browser.newPage();
  await page.goto(baseURL ?? "");
  const session = await browser.newCDPSession(page);
  expect(await session.send("Page.getAppManifest")).toMatchObject({
    errors: [],
    url: expect.stringContaining(".webmanifest"),
  });
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  expect(installabilityErrors).toEqual([]);
  await browser.close();
});

test("offers a new version and starts it when asked to", async ({ page }, testInfo) => {
  const site = await OwnSite.start(testInfo.outputPath("site"));
  await page.goto(site.url);
  await expect(page.getByTestId("offline-ready")).toBeVisible();
  site.publish("2");
  await page.evaluate(async () => void (await navigator.serviceWorker.getRegistration())?.update());
  await page.getByTestId("update-button").click();
  await expect(page.locator("meta[name=version]")).toHaveAttribute("content", "2");
  await expect(page.getByTestId("update-button")).toHaveCount(0);
  const keys = await page.evaluate(async () => (await (await caches.open("agelens")).keys()).map(({ url }) => url));
  expect(keys.filter((url) => url.includes("/index.html"))).toHaveLength(1);
  await site.stop();
});
