import type { Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

test("shows at a glance what a reading rests on", async ({ app, page }) => {
  await app.useSample();
  await app.readYears();
  await page.getByTestId("explain-open").click();
  const picture = page.getByTestId("heat-picture");
  await expect(picture).toHaveAttribute("data-method", "class-activation");
  const strongest = await picture.locator("canvas").nth(1).evaluate(hottestCell);
  expect(strongest.alpha).toBe(255);
  expect(strongest.columns).toBeGreaterThanOrEqual(4);
  await expect(page.getByTestId("over-share")).toContainText(/[5-9]\d%.*18/);
});

test("covers the face piece by piece on demand, and can be stopped", async ({ app, page, backend }) => {
  test.skip(backend === "webgpu", "Dozens of runs on a GPU made of software take minutes.");
  await app.useSample();
  await app.readYears();
  await page.getByTestId("explain-open").click();
  const picture = page.getByTestId("heat-picture");
  await expect(picture).toHaveAttribute("data-method", "class-activation");
  await cancelOnceUnderWay(page);
  await page.getByTestId("explain-occlusion").click();
  await expect.poll(() => page.evaluate(() => window.cancelledAt)).toMatch(/\d+ of 64/);
  await expect(app.progress).toHaveCount(0);
  await expect(picture).toHaveAttribute("data-method", "class-activation");
  await page.getByTestId("explain-occlusion").click();
  await expect(picture).toHaveAttribute("data-method", "occlusion");
  await expect(app.progress).toHaveCount(0);
});

declare global {
  interface Window {
    /** What the page said of its progress when it was told to stop. */
    cancelledAt?: string;
  }
}

/** Presses the button that cancels as soon as there is one: a fast machine would be done before a test could. */
async function cancelOnceUnderWay(page: Page): Promise<void> {
  await page.evaluate(() => {
    const observer = new MutationObserver(() => {
      const button = document.querySelector<HTMLElement>("[data-testid=cancel-button]");
      const progress = document.querySelector("[data-testid=progress-text]")?.textContent;
      if (!button || !progress) return;
      observer.disconnect();
      window.cancelledAt = progress;
      button.click();
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

function hottestCell(element: Element): { alpha: number; columns: number } {
  const canvas = element as HTMLCanvasElement;
  const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [0] };
  return { alpha: Math.max(...[...data].filter((_, index) => index % 4 === 3)), columns: canvas.width };
}
