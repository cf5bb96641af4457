import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Everything that axe objects to in the view that is shown, in the light and in the dark. */
export async function violations(page: Page): Promise<string[]> {
  // A view is loaded when it is first needed: before that the page has no heading, which axe would object to.
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeAttached();
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations, passes } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
    expect(passes.length).toBeGreaterThan(10);
    found.push(
      ...violations.map(
        ({ id, nodes }) => `${colorScheme}: ${id} ${nodes.map(({ html, target }) => `${target} ${html}`)}`,
      ),
    );
  }
  return found;
}
