import type { JSHandle } from "@playwright/test";
import type { InlineConfig } from "vite";
import { MAX_SIDE_PX } from "../../src/engine/decode/size.ts";
import type {
  AnalyseOptions,
  BackendChoice,
  Engine,
  EngineInfo,
  FaceReading,
  Timings,
} from "../../src/engine/index.ts";
import type {} from "../../src/harness.ts";
import type { PixelSize } from "../../src/math/index.ts";
import { CHROMIUM_ARGUMENTS } from "../chromium.ts";
import { ToolError } from "../shared/tool-error.ts";
import { BrowserPage } from "./browser-page.ts";
import { ensureBuilt, PROJECT_FOLDER } from "./built-app.ts";
import {
  type EngineCall,
  type FaceReply,
  type Failure,
  fetchPadded,
  fetchPicture,
  loadEngine,
  type PreparedPicture,
  readPicture,
} from "./in-page.ts";
import { distributedSize, toDistributed } from "./picture-coordinates.ts";

/** Which engine to open, and until when. */
export interface EnginePageOptions {
  readonly backend: BackendChoice;
  /** The manifest's default model when left out. */
  readonly modelId?: string | undefined;
  /** Builds the app even where nothing has changed. */
  readonly rebuild?: boolean | undefined;
  /** Another build of the app, made already; the usual one, built where necessary, when left out. */
  readonly site?: InlineConfig | undefined;
  /** Aborting ends every call that is waiting. */
  readonly signal: AbortSignal;
}

/** How one picture is to be read. */
export interface ReadOptions extends Pick<AnalyseOptions, "effort"> {
  /** The picture is a tight crop of one face: it is padded for detection. */
  readonly aligned?: boolean | undefined;
}

/** What came out for one picture file; faces are in pixels of the picture as distributed, upright. */
export type PictureReading<Result> = ({ readonly status: "read"; readonly size: PixelSize } & Result) | Failure;

export interface DetectedFaces {
  readonly faces: FaceReply[];
}

export interface AnalysedFaces {
  readonly faces: (FaceReply & Pick<FaceReading, "reading" | "metrics" | "failed">)[];
  readonly timings: Timings;
}

/** The built app's engine in a headless Chromium, without the app around it. */
export class EnginePage {
  readonly #browser: BrowserPage;
  readonly #engine: JSHandle<Engine>;

  private constructor(browser: BrowserPage, engine: JSHandle<Engine>) {
    this.#browser = browser;
    this.#engine = engine;
  }

  /** Builds the app where necessary, serves it with its own headers and starts an engine in it. */
  static async open({ backend, modelId, rebuild = false, site, signal }: EnginePageOptions): Promise<EnginePage> {
    if (!site) await ensureBuilt(rebuild);
    const browser = await BrowserPage.open({
      site: site ?? { root: PROJECT_FOLDER },
      file: "harness.html",
      chromiumArguments: CHROMIUM_ARGUMENTS[backend],
      signal,
    });
    const options = { manifestUrl: "models/manifest.json", backend, modelId };
    const engine = await browser.page.evaluateHandle((given) => window.createEngine(given), options);
    return new EnginePage(browser, engine);
  }

  /**
   * Loads detector and network and says what runs where.
   *
   * @throws ToolError with the engine's own sentence, for instance for a model that does not exist.
   */
  async load(): Promise<EngineInfo> {
    const reply = await this.#browser.guard(this.#browser.page.evaluate(loadEngine, this.#engine));
    if ("status" in reply) throw new ToolError(reply.reason);
    return reply;
  }

  /** Finds every face of the picture file `path` and estimates its age. */
  analyse(path: string, options: ReadOptions): Promise<PictureReading<AnalysedFaces>> {
    return this.#read(path, "analyse", options) as Promise<PictureReading<AnalysedFaces>>;
  }

  /** Finds every face of the picture file `path`. */
  detect(path: string, options: ReadOptions): Promise<PictureReading<DetectedFaces>> {
    return this.#read(path, "detect", options);
  }

  /** Ends engine, browser and server. */
  close(): Promise<void> {
    return this.#browser.close();
  }

  async #read(path: string, task: EngineCall["task"], { aligned, effort }: ReadOptions) {
    const { page, pictures } = this.#browser;
    const call = { engine: this.#engine, task, options: { effort }, maxSidePx: MAX_SIDE_PX };
    const work = page
      .evaluateHandle(aligned ? fetchPadded : fetchPicture, pictures.add(path))
      .then((prepared: JSHandle<PreparedPicture>) =>
        page.evaluate(readPicture, { ...call, prepared }).finally(() => prepared.dispose()),
      );
    const reply = await this.#browser.guard(work);
    if (reply.status === "failed") return reply;
    const faces = reply.faces.map((face) => toDistributed(face, reply));
    return { status: "read" as const, size: distributedSize(reply), faces, timings: reply.timings };
  }
}
