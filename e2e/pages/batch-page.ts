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

  /**
   * Makes the disk take for ever to hand out a file when it is asked for the first time: however fast the machine, the batch
   * gets so far and no further until it is stopped.
   */
  async stallAt(name: string): Promise<void> {
    await this.page.evaluate((name) => {
      const { slice } = Blob.prototype;
      Blob.prototype.slice = function (this: Blob, ...range) {
        const part = slice.apply(this, range);
        if (this instanceof File && this.name === name) {
          Blob.prototype.slice = slice;
          part.arrayBuffer = () => new Promise(() => {});
        }
        return part;
      };
    }, name);
  }

  /** Waits until the batch has ended with `count` pictures read. */
  async waitForEnd(count: number): Promise<void> {
    await expect(this.read).toHaveText(String(count), { timeout: 220_000 });
    await expect(this.progress).toHaveAttribute("data-status", "idle");
  }

  /** How many pictures the browser keeps for the time after a reload; nothing at all is `undefined`. */
  async keptCount(): Promise<number | undefined> {
    return this.page.evaluate(async () => {
      const [known] = await indexedDB.databases();
      if (!known?.name) return undefined;
      const { name } = known;
      const answer = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await answer(indexedDB.open(name));
      const count = await answer(database.transaction("items").objectStore("items").count());
      database.close();
      return count;
    });
  }
}
