import { type Browser, chromium, type Page } from "@playwright/test";
import { type InlineConfig, type PreviewServer, preview } from "vite";
import { chromiumPath } from "../chromium.ts";
import { ToolError } from "../shared/tool-error.ts";
import { PictureServer } from "./picture-server.ts";

/** A built page to open. */
export interface BrowserPageOptions {
  /** Vite's configuration of the page: its root and, where it differs from the usual, its output folder. */
  readonly site: InlineConfig;
  /** Name of the HTML file. */
  readonly file: string;
  readonly chromiumArguments: readonly string[];
  /** Aborting rejects everything that is guarded. */
  readonly signal: AbortSignal;
}

interface Parts {
  readonly server: PreviewServer;
  readonly browser: Browser;
  readonly page: Page;
  readonly failure: Promise<never>;
}

/** A built page, served on a free port and open in a headless Chromium, with pictures from the disk beside it. */
export class BrowserPage {
  readonly page: Page;
  readonly pictures: PictureServer;
  readonly #parts: Parts;

  private constructor(parts: Parts, pictures: PictureServer) {
    this.page = parts.page;
    this.pictures = pictures;
    this.#parts = parts;
  }

  static async open({ site, file, chromiumArguments, signal }: BrowserPageOptions): Promise<BrowserPage> {
    signal.throwIfAborted();
    const pictures = new PictureServer();
    const server = await preview({
      ...site,
      logLevel: "error",
      plugins: [...(site.plugins ?? []), pictures.plugin()],
      preview: { port: 0, host: "localhost" },
    });
    const browser = await chromium
      .launch({ executablePath: chromiumPath(), args: [...chromiumArguments], handleSIGINT: false })
      .catch(async (error: unknown) => {
        await server.close();
        throw error;
      });
    const page = await browser.newPage();
    const opened = new BrowserPage({ server, browser, page, failure: failureOf(browser, page, signal) }, pictures);
    await opened.guard(page.goto(new URL(file, server.resolvedUrls?.local[0]).href)).catch(async (error: unknown) => {
      await opened.close();
      throw error;
    });
    return opened;
  }

  /** `work`, or a rejection when the page breaks or the user interrupts first. */
  guard<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#parts.failure]);
  }

  async close(): Promise<void> {
    await this.#parts.browser.close();
    await this.#parts.server.close();
  }
}

/** A promise that is never fulfilled, and rejected by whatever makes the page useless. */
function failureOf(browser: Browser, page: Page, signal: AbortSignal): Promise<never> {
  const failure = new Promise<never>((_, reject) => {
    page.on("pageerror", (error) => reject(new Error(`The page failed: ${error.message}`, { cause: error })));
    browser.on("disconnected", () =>
      reject(new ToolError("The browser was ended before the work was done: try again.")),
    );
    page.on("crash", () => reject(new ToolError("The browser ran out of memory: close other programs and try again.")));
    signal.addEventListener("abort", () => reject(signal.reason));
  });
  failure.catch(() => undefined);
  return failure;
}
