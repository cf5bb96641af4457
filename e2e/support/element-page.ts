import { expect, type Locator, type Page } from "@playwright/test";
import type {} from "../../src/element/index.ts";

const MANIFEST = "models/manifest.json";

/** A bare page of somebody else with `<age-lens>` on it. */
export class ElementPage {
  readonly page: Page;
  readonly element: Locator;
  readonly boxes: Locator;
  readonly status: Locator;
  readonly button: Locator;
  readonly announcement: Locator;

  constructor(page: Page) {
    this.page = page;
    this.element = page.locator("age-lens").first();
    this.boxes = this.element.locator("[part=box]");
    this.status = this.element.locator("[part=status]");
    this.button = this.element.locator("[part=button]");
    this.announcement = this.element.getByRole("status");
  }

  /** Opens the page with `markup` in it; events are written down from the start. */
  async open(markup: string): Promise<void> {
    await this.page.goto("/harness.html");
    await this.page.evaluate(
      (html) => {
        window.told = [];
        for (const name of ["age-lens-reading", "age-lens-progress", "age-lens-error"] as const) {
          document.body.addEventListener(name, ({ detail }) => {
            const code = "code" in detail ? detail.code : undefined;
            window.told.push(code ? `${name} ${code}` : name);
          });
        }
        const look = new CSSStyleSheet();
        look.replaceSync("body { margin: 1rem auto; padding: 0 1rem; max-width: 42rem; font: 1rem/1.45 sans-serif; }");
        document.adoptedStyleSheets = [look];
        document.body.innerHTML = `<main><h1>A page</h1>${html}</main>`;
      },
      markup.replaceAll("<age-lens", `<age-lens manifest-url="${MANIFEST}"`),
    );
  }

  /** Names and codes of the events so far, without those of progress. */
  told(): Promise<string[]> {
    return this.page.evaluate(() => window.told.filter((name) => name !== "age-lens-progress"));
  }

  /** The years in the label of the only face. */
  async years(): Promise<number> {
    await expect(this.boxes).toHaveCount(1);
    return Number(await this.boxes.locator("b").textContent());
  }
}

declare global {
  interface Window {
    /** Names of the element's events in turn, with the code of errors. */
    told: string[];
  }
}
