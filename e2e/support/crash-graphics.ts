import type { Page } from "@playwright/test";

/** Ends the graphics process of a page's own browser, which the browser starts anew. */
export async function crashGraphics(page: Page): Promise<void> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) throw new Error("This page has no browser of its own.");
  await session.send("Browser.crashGpuProcess");
  await session.detach();
}
