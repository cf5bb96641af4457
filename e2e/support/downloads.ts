import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";

/** What the page saves when the button with the test id is pressed. */
export async function savedBy(page: Page, testId: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const download = page.waitForEvent("download");
  await page.getByTestId(testId).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** Rows of a CSV file by the names of their columns. */
export function csvRows(bytes: Buffer): Record<string, string>[] {
  return parse(bytes, { columns: true, bom: true });
}
