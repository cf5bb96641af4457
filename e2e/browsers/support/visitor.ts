import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { TestFile } from "../../pages/app-page.ts";
import type { Tab } from "../drivers/tab.ts";

/** CSS of the part of the page that has a test id. */
export const part = (testId: string): string => `[data-testid=${testId}]`;

/** The app as a visitor with any browser meets it. */
export class Visitor {
  readonly tab: Tab;
  readonly #url: string;
  readonly #folder: string;

  /** `url` is the app's, without a slash at its end; files are written into `folder` before they are chosen. */
  constructor(tab: Tab, url: string, folder: string) {
    this.tab = tab;
    this.#url = url;
    this.#folder = folder;
  }

  /** Opens the app, or one of its views as in `#batch`. */
  async open(place = ""): Promise<void> {
    await this.tab.goto(`${this.#url}/${place}`);
    await this.sees("app");
  }

  /** Waits until the page has the part; `count` times where it is given. */
  async sees(testId: string, count?: number): Promise<void> {
    const found = expect.poll(() => this.count(part(testId)), { message: testId });
    await (count === undefined ? found.toBeGreaterThan(0) : found.toBe(count));
  }

  /** Waits until the first such part says something like `text`. */
  async reads(testId: string, text: RegExp): Promise<void> {
    await expect.poll(() => this.text(testId), { message: testId }).toMatch(text);
  }

  /** How many elements the CSS selector finds. */
  count(selector: string): Promise<number> {
    return this.tab.run((css) => document.querySelectorAll(css).length, selector);
  }

  /** What the first such part says; empty where there is none. */
  text(testId: string): Promise<string> {
    return this.tab.run((css) => document.querySelector(css)?.textContent ?? "", part(testId));
  }

  /** Clicks the first such part once it is there. */
  async click(testId: string): Promise<void> {
    await this.sees(testId);
    await this.tab.click(part(testId));
  }

  /** Chooses an option of the list that has the test id. */
  async select(testId: string, value: string): Promise<void> {
    await this.sees(testId);
    await this.tab.run(
      (css, value) => {
        const list = document.querySelector<HTMLSelectElement>(css);
        if (list) list.value = value;
        list?.dispatchEvent(new Event("change", { bubbles: true }));
      },
      part(testId),
      value,
    );
  }

  /** Chooses files with the button that has the test id. */
  async pick(testId: "pick-button" | "batch-pick", files: readonly TestFile[]): Promise<void> {
    await this.sees(testId);
    mkdirSync(this.#folder, { recursive: true });
    const paths = files.map(({ name, buffer }) => {
      const path = join(this.#folder, name);
      writeFileSync(path, buffer);
      return path;
    });
    await this.tab.choose(`${part(testId)} ~ input[type=file]`, paths);
  }

  /** The first face's age in years, once it is there. */
  async readYears(): Promise<number> {
    await this.reads("face-years", /\d/);
    return Number.parseFloat(await this.text("face-years"));
  }

  /** Waits until the batch has read `count` pictures and rests. */
  async waitForBatch(count: number): Promise<void> {
    await this.reads("batch-read", new RegExp(`^${count}$`));
    await expect.poll(() => this.count("[data-testid=batch-progress][data-status=idle]")).toBe(1);
  }

  /** The text that the page would save when the button with the test id is pressed, and the name of the file. */
  async saved(testId: string): Promise<{ readonly name: string; readonly text: string }> {
    await this.tab.run(() => {
      const { click } = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        HTMLAnchorElement.prototype.click = click;
        Object.assign(window, { saved: { name: this.download, url: this.href } });
      };
    });
    await this.click(testId);
    await expect.poll(() => this.tab.run(() => "saved" in window)).toBe(true);
    return this.tab.run(async () => {
      const { name, url } = Reflect.get(window, "saved") as { name: string; url: string };
      Reflect.deleteProperty(window, "saved");
      return { name, text: await (await fetch(url)).text() };
    });
  }
}
