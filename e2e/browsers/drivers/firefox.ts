import puppeteer, { type Browser, type BrowserContext, type ElementHandle, type Page } from "puppeteer-core";
import { findFirefox } from "../../../tools/other-browsers.ts";
import type { Display } from "./display.ts";
import { callOf, type Tab, type TestedBrowser } from "./tab.ts";

/** Settings of Firefox by the names in about:config. */
export type FirefoxPreferences = Readonly<Record<string, string | number | boolean>>;

/** Its own coloured test picture as the camera, allowed without a question; nothing asks where a file goes. */
const PREFERENCES: FirefoxPreferences = {
  "media.navigator.streams.fake": true,
  "media.navigator.permission.disabled": true,
  "browser.download.folderList": 2,
  "browser.download.useDownloadDir": true,
};

/** Firefox, driven over WebDriver BiDi, which it speaks by itself. */
export class Firefox implements TestedBrowser {
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Starts a Firefox that saves files in the folder `downloads`. */
  static async start(display: Display, downloads: string, preferences: FirefoxPreferences): Promise<Firefox> {
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: findFirefox() ?? "firefox",
      headless: true,
      env: { ...process.env, DISPLAY: display.name },
      extraPrefsFirefox: { ...PREFERENCES, "browser.download.dir": downloads, ...preferences },
    });
    return new Firefox(browser);
  }

  async newTab(): Promise<Tab> {
    const context = await this.#browser.createBrowserContext();
    return new FirefoxTab(await this.#browser.version(), context, await context.newPage());
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

class FirefoxTab implements Tab {
  readonly version: string;
  readonly errors: string[] = [];
  readonly #context: BrowserContext;
  readonly #page: Page;

  constructor(version: string, context: BrowserContext, page: Page) {
    this.version = version;
    this.#context = context;
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
    const input = await this.#page.$(selector);
    await (input as ElementHandle<HTMLInputElement>).uploadFile(...paths);
  }

  async click(selector: string): Promise<void> {
    await this.#page.click(selector);
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}
