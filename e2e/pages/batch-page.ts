import { expect, type Locator, type Page } from "@playwright/test";

/** The batch as a visitor meets it. */
export class BatchPage {
  readonly page: Page;
  readonly progress: Locator;
  readonly rows: Locator;
  readonly read: Locator;

  constructor(page: Page) {
    this.page = page;
    this.progress = page.getByTestId("batch-progress");
    this.rows = page.getByTestId("batch-row");
    this.read = page.getByTestId("batch-read");
  }

  /** Goes to the batch, in a browser without handles of folders, as most are: only then can a test choose one. */
  async open(): Promise<void> {
    await this.page.addInitScript(() => {
      Reflect.deleteProperty(window, "showDirectoryPicker");
      Reflect.deleteProperty(Window.prototype, "showDirectoryPicker");
    });
    await this.page.goto("/#batch");
    await this.page.reload();
  }

  /** Chooses a folder. */
  async choose(folder: string): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await this.page.getByTestId("batch-folder").first().click();
    await (await chooser).setFiles(folder);
  }

  /** How many pictures have been read. */
  async readCount(): Promise<number> {
    return Number(await this.read.textContent());
  }

  /** Waits until at least `count` pictures have been read. */
  async waitForRead(count: number): Promise<void> {
    await expect.poll(() => this.readCount()).toBeGreaterThanOrEqual(count);
  }

  async waitForEnd(): Promise<void> {
    await expect(this.progress).toHaveAttribute("data-status", "idle", { timeout: 220_000 });
  }
}
