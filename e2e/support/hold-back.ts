import type { Page } from "@playwright/test";

/** Keeps back what `page` asks for at `address`; the returned function lets it through, then and from then on. */
export async function holdBack(page: Page, address: string): Promise<() => void> {
  let letThrough = () => {};
  const allowed = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(address, async (route) => {
    await allowed;
    await route.continue();
  });
  return letThrough;
}
