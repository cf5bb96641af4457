import { holdBack } from "./support/hold-back.ts";
import { settled } from "./support/settled.ts";
import { expect, test } from "./support/test.ts";

test.skip(({ backend }) => backend === "webgpu", "The page looks the same wherever networks run.");
test.use({ contextOptions: { reducedMotion: "reduce" } });

/** Renewed by `npx playwright test e2e/visual.spec.ts --project=wasm --update-snapshots`. Generous enough for another machine's smoothing of letters, small enough for a column that has moved. */
const LIKE_BEFORE = { maxDiffPixelRatio: 0.02, animations: "disabled" } as const;

for (const [name, viewport] of Object.entries({
  laptop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
})) {
  test(`the main screens look as they did on a ${name}`, async ({ app, page }) => {
    await page.setViewportSize(viewport);
    const looksAsBefore = async (screen: string) => {
      await settled(page);
      await expect(page).toHaveScreenshot(`${screen}-${name}.png`, { ...LIKE_BEFORE, mask: [app.backend] });
    };
    await expect(app.backend).toContainText("WebAssembly");
    await looksAsBefore("welcome");
    await app.useSample();
    await app.readYears();
    await looksAsBefore("photo");
    await page.getByTestId("view-batch").click();
    await expect(page.getByTestId("batch-welcome")).toBeVisible();
    await looksAsBefore("batch");
    await page.getByTestId("view-about").click();
    await expect(page.getByTestId("markdown-fold").first()).toBeVisible();
    await looksAsBefore("about");
    await page.getByTestId("view-live").click();
    await expect(page.getByTestId("start-camera")).toBeVisible();
    await looksAsBefore("live");
    // The stage goes on once its sample has been read.
    await holdBack(page, "**/models/*/**");
    await page.goto("/#present");
    await page.reload();
    await expect(page.getByTestId("stage-sample").getByRole("img")).toBeVisible();
    await page.getByTestId("stage-wait").evaluate((words: HTMLElement) => {
      words.style.display = "none";
    });
    await looksAsBefore("stage");
  });
}
