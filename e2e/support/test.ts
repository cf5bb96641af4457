import { test as base, expect } from "@playwright/test";
import { AppPage } from "../pages/app-page.ts";

export { expect };

/** What MediaPipe and TensorFlow.js print on the console though nothing is wrong. */
const HARMLESS = [/gl_context\.cc/, /inference_feedback_manager/, /XNNPACK/];

interface Fixtures {
  /** The app, already open with the project's backend. */
  app: AppPage;
  backend: "webgpu" | "wasm";
  /** Console errors that a test provokes on purpose. */
  expectedErrors: RegExp;
}

/** Playwright's test with the app on the project's backend; any unexpected error on the console fails it. */
export const test = base.extend<Fixtures>({
  backend: async ({ browserName: _ }, use, testInfo) => {
    await use(testInfo.project.metadata.backend as "webgpu" | "wasm");
  },
  expectedErrors: [/(?!)/, { option: true }],
  app: async ({ page, backend, expectedErrors }, use) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    const app = new AppPage(page);
    await app.open(backend === "webgpu" ? "webgpu" : "auto");
    await use(app);
    const known = [...HARMLESS, expectedErrors];
    expect(errors.filter((text) => !known.some((pattern) => pattern.test(text)))).toEqual([]);
  },
});
