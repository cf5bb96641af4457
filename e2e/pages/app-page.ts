import { expect, type Locator, type Page } from "@playwright/test";

/** A file as Playwright hands it to a page. */
export interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The quality panel and the note on the reading, in the page's own ids. */
export interface ShownQuality {
  readonly findings: readonly string[];
  /** Metrics that do not meet their standard, before and after the repair. */
  readonly failed: readonly string[];
  readonly failedAfter: readonly string[];
  readonly filters: readonly string[];
  /** Empty where the face was read as it was found. */
  readonly adjustment: string;
}

/** The app as a visitor meets it. */
export class AppPage {
  readonly page: Page;
  readonly faces: Locator;
  readonly items: Locator;
  readonly years: Locator;
  readonly error: Locator;
  readonly noFace: Locator;
  readonly progress: Locator;
  readonly backend: Locator;
  readonly verdict: Locator;
  readonly adjustment: Locator;

  constructor(page: Page) {
    this.page = page;
    this.faces = page.getByTestId("face-box");
    this.items = page.getByTestId("face-item");
    this.years = page.getByTestId("face-years");
    this.error = page.getByTestId("error");
    this.noFace = page.getByTestId("no-face");
    this.progress = page.getByTestId("progress");
    this.backend = page.getByTestId("backend");
    this.verdict = page.getByTestId("quality-verdict");
    this.adjustment = page.getByTestId("adjustment");
  }

  /** Opens the app; `backend` is what a visitor would get unless it is named. */
  async open(backend: "auto" | "webgpu" | "wasm" = "auto"): Promise<void> {
    await this.page.goto(backend === "auto" ? "/" : `/?backend=${backend}`);
    await expect(this.page.getByTestId("app")).toBeVisible();
  }

  /** Chooses one file, or several at once. */
  async pick(file: TestFile | readonly TestFile[]): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await this.page.getByTestId("pick-button").first().click();
    await (await chooser).setFiles([file].flat());
  }

  async drop(file: TestFile): Promise<void> {
    await this.#dispatch("drop", file);
  }

  async paste(file: TestFile): Promise<void> {
    await this.#dispatch("paste", file);
  }

  async useSample(): Promise<void> {
    await this.page.getByTestId("sample-button").first().click();
  }

  /** The first face's age in years, once it is there. */
  async readYears(): Promise<number> {
    await expect(this.years.first()).toBeVisible();
    return Number.parseFloat((await this.years.first().textContent()) ?? "");
  }

  /** Opens the figures behind the verdict on the picture of the face that is shown. */
  async openQuality(): Promise<void> {
    await this.verdict.click();
    await expect(this.page.getByTestId("gauge").first()).toBeVisible();
  }

  /** What the page says about the picture of the face that is shown: everything that quality.spec.ts compares. */
  async readQuality(): Promise<ShownQuality> {
    const { page } = this;
    const listOf = (selector: string, attribute: string) =>
      page
        .locator(selector)
        .evaluateAll((found, name) => found.map((each) => each.getAttribute(name) ?? ""), attribute);
    return {
      findings: ((await this.verdict.getAttribute("data-findings")) ?? "").split(" ").filter(Boolean),
      failed: await listOf("[data-testid=gauge][data-passes=false]", "data-metric"),
      filters: await listOf("[data-testid=repair-steps] li", "data-filter"),
      failedAfter: await listOf("[data-testid=repair-figures] tr[data-passes=false]", "data-metric"),
      adjustment: (await this.adjustment.allTextContents()).join(),
    };
  }

  /** Hands a file to the page by an event that carries it, as the browser itself would, once the page listens. */
  async #dispatch(kind: "drop" | "paste", { name, mimeType, buffer }: TestFile): Promise<void> {
    // Listening comes before loading.
    await expect(this.backend).not.toHaveAttribute("data-status", "idle");
    const transfer = await this.page.evaluateHandle(
      ({ name, mimeType, base64 }) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], name, { type: mimeType }));
        return data;
      },
      { name, mimeType, base64: buffer.toString("base64") },
    );
    if (kind === "paste") {
      await this.page.evaluate((clipboardData) => {
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      }, transfer);
      return;
    }
    const zone = this.page.getByTestId("drop-zone").first();
    for (const event of ["dragenter", "dragover", "drop"]) await zone.dispatchEvent(event, { dataTransfer: transfer });
  }
}
