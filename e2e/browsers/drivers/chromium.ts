import { type Browser, chromium, type Page } from "@playwright/test";
import { CHROMIUM_ARGUMENTS, chromiumPath } from "../../../tools/chromium.ts";
import { callOf, type Tab, type TestedBrowser } from "./tab.ts";

/** Chromium without WebGPU, which the other browsers are compared with: they have none on Linux either. */
export class Chromium implements TestedBrowser {
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async start(): Promise<Chromium> {
    const args = [...CHROMIUM_ARGUMENTS.wasm];
    return new Chromium(await chromium.launch({ executablePath: chromiumPath(), args }));
  }

  async newTab(): Promise<Tab> {
    return new ChromiumTab(`chromium/${this.#browser.version()}`, await this.#browser.newPage());
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

class ChromiumTab implements Tab {
  readonly version: string;
  readonly errors: string[] = [];
  readonly #page: Page;

  constructor(version: string, page: Page) {
    this.version = version;
    this.#page = page;
    page.on("pageerror", (error) => this.errors.push(String(error)));
  }

  async goto(url: string): Promise<void> {
    await this.#page.goto(url);
  }

  async reload(): Promise<void> {
    await this.#page.reload();
  }

  async run<Args extends unknown[], Result>(code: (...args: Args) => Result, ...args: Args): Promise<Awaited<Result>> {
    return (await this.#page.evaluate(callOf(code, args))) as Awaited<Result>;
  }

  async choose(selector: string, paths: readonly string[]): Promise<void> {
    await this.#page
      .locator(selector)
      .first()
      .setInputFiles([...paths]);
  }

  async click(selector: string): Promise<void> {
    await this.#page.locator(selector).first().click();
  }

  async close(): Promise<void> {
    await this.#page.context().close();
  }
}
