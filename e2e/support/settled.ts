import type { Page } from "@playwright/test";

/** Waits until all letters and pictures of the page are there and whatever moves and comes to an end has come to it. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const pictures = [...document.images].filter(({ loading }) => loading !== "lazy");
    await Promise.all(pictures.map((picture) => picture.decode()));
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
