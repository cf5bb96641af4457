import type { Page } from "@playwright/test";
import { BatchPage } from "./pages/batch-page.ts";
import { violations } from "./support/axe.ts";
import { test } from "./support/picture-folder.ts";
import { expect } from "./support/test.ts";

test.skip(({ backend }) => backend === "webgpu", "Storage is the page's, wherever networks run.");

/** What a browser does whose visitor has blocked site data: the mere look at storage throws, and opening rejects. */
function blockEverything(): void {
  const refuse = (): never => {
    throw new DOMException("Access is denied for this document.", "SecurityError");
  };
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
    Object.defineProperty(window, name, { get: refuse });
  }
  for (const name of ["storage", "serviceWorker"]) Object.defineProperty(navigator, name, { get: refuse });
}

/** As above, where everything is there and refuses only when it is used. */
function rejectEverything(): void {
  const refuse = () => {
    const request = new EventTarget() as unknown as IDBOpenDBRequest;
    const error = new DOMException("The user denied permission to access the database.", "UnknownError");
    Object.defineProperty(request, "error", { value: error });
    Object.defineProperty(request, "readyState", { value: "done" });
    setTimeout(() => request.dispatchEvent(new Event("error")));
    return request;
  };
  IDBFactory.prototype.open = refuse;
  IDBFactory.prototype.deleteDatabase = refuse;
  IDBFactory.prototype.databases = () => Promise.reject(new DOMException("Refused.", "UnknownError"));
}

function removeDatabases(): void {
  Object.defineProperty(window, "indexedDB", { value: undefined });
}

function neverAnswer(): void {
  IDBFactory.prototype.open = () => new EventTarget() as unknown as IDBOpenDBRequest;
}

function fillStorage(): void {
  const refuse = (): never => {
    throw new DOMException("There is no space left.", "QuotaExceededError");
  };
  Storage.prototype.setItem = refuse;
  IDBObjectStore.prototype.put = refuse;
}

/** Opens the page anew in a browser whose storage has been broken. */
async function breakStorage(page: Page, breakIt: () => void): Promise<void> {
  await page.addInitScript(breakIt);
  await page.reload();
  await expect(page.getByTestId("app")).toBeVisible();
}

test("works where site data is blocked, and says once that nothing is kept", async ({ app, page }) => {
  await breakStorage(page, blockEverything);
  const notice = page.getByTestId("storage-notice");
  await expect(notice).toHaveAttribute("data-failure", "blocked");
  expect(await violations(page)).toEqual([]);
  await page.getByTestId("language-choice").selectOption("de");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(notice).toContainText("nichts aufbewahren");
  await page.getByTestId("dismiss-storage-notice").click();
  await expect(notice).toBeEmpty();
  await app.useSample();
  expect(await app.readYears()).toBeGreaterThan(0);
  await page.getByTestId("language-choice").selectOption("fr");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(notice).toBeEmpty();
});

test("changes the language where storage is full, and says that it will not be kept", async ({ app, page }) => {
  await breakStorage(page, fillStorage);
  await expect(page.getByTestId("storage-notice")).toBeEmpty();
  await page.getByTestId("language-choice").selectOption("fr");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page.getByTestId("storage-notice")).toHaveAttribute("data-failure", "full");
  await app.useSample();
  expect(await app.readYears()).toBeGreaterThan(0);
});

for (const [what, breakIt, failure] of [
  ["blocked", blockEverything, "blocked"],
  ["refused", rejectEverything, "blocked"],
  ["not there", removeDatabases, "blocked"],
  ["silent", neverAnswer, "blocked"],
  ["full", fillStorage, "full"],
] as const) {
  test(`reads a batch where the browser's database is ${what}, and says that it is not kept`, async ({
    app: _,
    page,
    folder,
  }) => {
    await folder.fill(2);
    const batch = new BatchPage(page);
    await page.addInitScript(breakIt);
    await batch.open();
    await batch.choose(folder.path);
    await batch.waitForEnd(2);
    await page.getByTestId("batch-keep").click();
    await expect(page.getByTestId("storage-notice")).toHaveAttribute("data-failure", failure);
    await expect(page.getByTestId("batch-keep").getByRole("switch")).not.toBeChecked();
    await page.getByTestId("batch-clear").click();
    await expect(batch.rows).toHaveCount(0);
  });
}

test("keeps a batch where the browser only refuses to list its databases", async ({ app: _, page, folder }) => {
  await folder.fill(2);
  const batch = new BatchPage(page);
  await page.addInitScript(() => {
    const { databases } = IDBFactory.prototype;
    Object.assign(window, { listDatabases: () => databases.call(indexedDB) });
    IDBFactory.prototype.databases = () => Promise.reject(new DOMException("Refused.", "UnknownError"));
  });
  await batch.open();
  await batch.choose(folder.path);
  await batch.waitForEnd(2);
  const kept = () =>
    page.evaluate(async () =>
      (window as unknown as { listDatabases: IDBFactory["databases"] }).listDatabases().then(({ length }) => length),
    );
  expect(await kept(), "to look for a batch creates nothing").toBe(0);
  await page.getByTestId("batch-keep").click();
  await expect.poll(kept).toBe(1);
  await page.reload();
  await expect(batch.read).toHaveText("2");
  await expect(page.getByTestId("storage-notice")).toBeEmpty();
});
