/**
 * What the app's batch holds in memory while it reads a thousand pictures: the built app in headless Chromium, with
 * variations of the sample portrait.
 *
 *     npm run bench:batch -- [--pictures N] [--out FILE.json]
 */
import type { Page } from "@playwright/test";
import { Command } from "commander";
import { CHROMIUM_ARGUMENTS } from "../chromium.ts";
import { BrowserPage } from "../engine-page/browser-page.ts";
import { ensureBuilt, PROJECT_FOLDER } from "../engine-page/built-app.ts";
import { toJson, writeWhole } from "../shared/output.ts";
import { parseCount } from "../shared/parse-count.ts";
import { runTool } from "../shared/run-tool.ts";
import { decimals, formatTable } from "../shared/table.ts";
import { type Memory, measureMemory } from "./memory.ts";
import { type BenchFolder, makePictureFolder } from "./pictures.ts";

interface Options {
  pictures: number;
  out?: string;
}

interface Sample extends Memory {
  readonly pictures: number;
  readonly seconds: number;
}

/** Shares of all pictures after which the memory is measured. */
const CHECKPOINTS = [0.05, 0.1, 0.25, 0.5, 0.75, 1];
/** Longer than any batch takes; an interruption ends the wait. */
const PATIENCE_MS = 24 * 3600 * 1000;

const program = new Command("bench:batch")
  .description("Measures the memory of a large batch.")
  .option("--pictures <count>", "how many pictures the batch has", parseCount, 1000)
  .option("--out <file>", "JSON file to write")
  .parse();

await runTool(async (signal) => {
  const { pictures, out } = program.opts<Options>();
  await ensureBuilt(false);
  const folder = await makePictureFolder(pictures);
  try {
    const samples = await runBatch(folder, pictures, signal);
    console.log(`\n${table(samples)}`);
    if (out) writeWhole(out, toJson({ pictures, samples }));
  } finally {
    folder.remove();
  }
});

async function runBatch(folder: BenchFolder, pictures: number, signal: AbortSignal): Promise<Sample[]> {
  const browser = await BrowserPage.open({
    site: { root: PROJECT_FOLDER },
    file: "index.html?backend=wasm#batch",
    chromiumArguments: CHROMIUM_ARGUMENTS.wasm,
    signal,
  });
  try {
    return await browser.guard(measureBatch(browser.page, folder.path, pictures));
  } finally {
    await browser.close();
  }
}

async function measureBatch(page: Page, folder: string, pictures: number): Promise<Sample[]> {
  await chooseFolder(page, folder);
  const samples: Sample[] = [];
  let seconds = 0;
  for (const share of CHECKPOINTS) {
    const started = performance.now();
    await waitForRead(page, Math.round(share * pictures));
    seconds += (performance.now() - started) / 1000;
    if (share < 1) await page.getByTestId("batch-pause").click();
    samples.push({ pictures: Math.round(share * pictures), seconds, ...(await measureMemory(page)) });
    if (share < 1) await page.getByTestId("batch-go-on").click();
    console.log(`${Math.round(share * pictures)} of ${pictures} pictures after ${seconds.toFixed(0)} s`);
  }
  return samples;
}

/** Chooses the folder by a file dialogue, as a browser without handles of folders does. */
async function chooseFolder(page: Page, folder: string): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, "showDirectoryPicker");
    Reflect.deleteProperty(Window.prototype, "showDirectoryPicker");
  });
  await page.reload();
  const chooser = page.waitForEvent("filechooser");
  await page.getByTestId("batch-folder").click();
  await (await chooser).setFiles(folder);
}

async function waitForRead(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (count) => {
      const shown = document.querySelector('[data-testid="batch-read"]')?.textContent ?? "";
      return Number(shown.replace(/\D/g, "")) >= count;
    },
    count,
    { timeout: PATIENCE_MS, polling: 100 },
  );
}

function table(samples: readonly Sample[]): string {
  return formatTable(
    ["pictures", "seconds", "page heap, MB", "worker heap, MB", "DOM nodes", "process, MB"],
    samples.map(({ pictures, seconds, pageHeap, workerHeap, domNodes, process }) => [
      pictures,
      decimals(seconds, 0),
      decimals(pageHeap, 1),
      decimals(workerHeap, 1),
      domNodes,
      decimals(process, 0),
    ]),
  );
}
