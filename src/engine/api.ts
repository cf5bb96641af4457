import type { PixelBox, PixelSize } from "../math/index.ts";
import type { Face } from "./detect/face.ts";
import type { SearchEffort } from "./detect/search-regions.ts";
import type { AgeRange } from "./estimate/heads/head-kind.ts";
import type { FaceReading, Reading } from "./face-reading.ts";
import type { FilterStep } from "./filters/steps.ts";
import type { PixelMetrics } from "./metrics/metrics.ts";
import type { FailedCheck } from "./quality/verdict.ts";

// All that one may ask of the engine and all that it answers: calls, options, progress, results; a face's in face-reading.ts.
export type * from "./face-reading.ts";

/**
 * Anything that a picture may arrive as: a file or its bytes, an address, decoded pixels, or what a page shows.
 *
 * - ImageBitmaps and VideoFrames are handed over, and closed. Everything else is copied and stays as it is.
 * - Addresses, relative to the page, are fetched without cookies of other sites, whose servers have to allow it (CORS).
 * - Of a video the present frame is read; an image that is still loading is waited for.
 */
export type ImageInput =
  | Blob
  | URL
  | string
  | ArrayBuffer
  | ArrayBufferView
  | ImageData
  | ImageBitmap
  | VideoFrame
  | OffscreenCanvas
  | HTMLImageElement
  | HTMLCanvasElement
  | HTMLVideoElement;

/**
 * The engine as the page sees it. Calls are carried out one after the other; each settles exactly once.
 *
 * Every call rejects with the signal's reason when it is aborted, and else with an EngineError: `engine-closed` after
 * `close`, `worker-crashed` when the worker stopped, `download-failed`, `model-missing`, `model-altered` or
 * `manifest-invalid` when what it needs cannot be loaded, `canvas-scrambled` where the browser alters pixels, `gpu-lost` or
 * `out-of-memory` when the graphics processor gives up, `internal` for the unexpected. Further codes are named at each
 * call. After any error the next call starts afresh.
 */
export interface Engine {
  /**
   * Loads everything ahead of the first picture, or of the first one for another model.
   *
   * @throws EngineError `unknown-model`.
   */
  load(options?: LoadOptions): Promise<EngineInfo>;
  /** The models that there are, in the manifest's order; loads none of them. */
  models(options?: CallOptions): Promise<readonly ModelInfo[]>;
  /**
   * Reads every face of a picture.
   *
   * @throws EngineError `unknown-model`; for what cannot be had: `picture-unreachable`, `picture-protected`,
   * `picture-not-ready`, `picture-closed`; and for what cannot be decoded: `empty-file`, `not-an-image`, `damaged-image`,
   * `unsupported-image`, `image-too-large`, `image-too-small`.
   */
  analyse(input: ImageInput, options?: AnalyseOptions): Promise<Analysis>;
  /**
   * The picture as a file that this browser can show: HEIC becomes a JPEG copy where the browser cannot decode it, anything
   * else is handed back as it is.
   *
   * @throws EngineError for what cannot be decoded, as `analyse`.
   */
  showable(picture: Blob, options?: CallOptions): Promise<Blob>;
  /** Finds faces without estimating anything. Takes pictures, and fails, as `analyse` does. */
  detect(input: ImageInput, options?: AnalyseOptions): Promise<Detection>;
  /** Applies filters, in their order, to a crop that an analysis gave (RGBA bytes), and measures the result. */
  enhance(crop: Uint8ClampedArray, steps: readonly FilterStep[], options?: CallOptions): Promise<EnhancedCrop>;
  /**
   * Reads every face of a picture with each of `modelIds` (at least one) and times them. Takes pictures, and fails, as
   * `analyse` does; also `unknown-model` for a model that says no age.
   */
  compare(input: ImageInput, modelIds: readonly string[], options?: CallOptions): Promise<Comparison>;
  /**
   * Says where in a crop that an analysis gave (RGBA bytes) the evidence for its reading lies.
   *
   * @throws EngineError `unknown-model`.
   */
  explain(crop: Uint8ClampedArray, request: ExplanationRequest, options?: CallOptions): Promise<HeatMap>;
  /** Ends the worker; calls still waiting fail with `engine-closed`. */
  close(): void;
}

/** Which backend to use; `auto` takes WebGPU on real graphics hardware, else WebAssembly. */
export type BackendChoice = "auto" | "webgpu" | "wasm";

/**
 * Where the engine finds its files and what it runs on. Everything may be left out; addresses are resolved against the page,
 * and may be of another origin whose server allows it (CORS).
 */
export interface EngineOptions {
  /** Address of a list of models, whose files lie beside it; the package's own manifest.json when left out. */
  readonly manifestUrl?: string | URL | undefined;
  /** `auto` when left out. */
  readonly backend?: BackendChoice | undefined;
  /** The manifest's default model when left out. */
  readonly modelId?: string | undefined;
  /**
   * Where the package's files lie if not where the bundler put them: the address of a folder that holds a copy of the
   * package's `dist`, or single addresses by paths in `dist`, such as `worker.js` or `models/compact-age/weights.bin`.
   */
  readonly files?: string | URL | FileAddresses | undefined;
  /** Starts the worker in a way of its own; a module worker that runs the package's `dist/worker.js`. */
  readonly createWorker?: (() => Worker) | undefined;
}

/** Addresses by paths in the package's `dist`. */
export type FileAddresses = Readonly<Record<string, string | URL>>;

/** What every call takes besides its input. */
export interface CallOptions {
  /** Aborting rejects the call with the signal's reason and stops the work at its next step. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** What is loaded ahead. */
export interface LoadOptions extends CallOptions {
  /** The engine's own model when left out. */
  readonly modelId?: string | undefined;
}

/** How a picture is read. */
export interface ReadOptions {
  /** How far the search for faces and the repairs go: `photo` unless said otherwise, `frame` for video. */
  readonly effort: SearchEffort;
  /** Whether to bring the aligned crops back. */
  readonly withCrops: boolean;
  /** Whether to go on with the repairs that are for the eye alone, and to report all of them. */
  readonly withRepair: boolean;
  /** Whether to say what gender each face appears to have, where there is a model that does. */
  readonly withGender: boolean;
  /** The engine's own model when left out. */
  readonly modelId?: string | undefined;
}

/** As ReadOptions; every `with…` is off when left out. */
export interface AnalyseOptions extends CallOptions, Partial<ReadOptions> {}

/** How a heat map comes about. */
export type ExplanationMethod = "class-activation" | "occlusion";

/** Which reading is to be explained, and how. */
export interface ExplanationRequest {
  readonly modelId: string;
  readonly method: ExplanationMethod;
}

/** What is being waited for. */
export type Progress =
  | {
      readonly kind: "download";
      readonly file: DownloadName;
      readonly loadedBytes: number;
      readonly totalBytes: number;
    }
  | { readonly kind: "start"; readonly part: "detector" | "network" }
  | { readonly kind: "step"; readonly step: "decode" | "detect" | "estimate" }
  | { readonly kind: "explain"; readonly done: number; readonly total: number };

/** What a first visit downloads. */
export type DownloadName = "detector-program" | "detector-model" | "age-model";

/** Where the network runs. */
export type Backend = "webgpu" | "wasm";

/** Why the network does not run on the GPU. */
export type WasmReason = "no-graphics-hardware" | "asked-for";

/** The device that computes: a graphics adapter by its own name, or the processor and why. */
export type Device =
  | { readonly backend: "webgpu"; readonly adapter: string }
  | { readonly backend: "wasm"; readonly reason: WasmReason };

/** What runs where, for people to see. */
export type EngineInfo = Device & { readonly modelId: string };

/** What a model was measured to do on one test set; shares are 0…1, `null` where there is no such figure. */
export interface TestFigures {
  /** The set's name. */
  readonly set: string;
  readonly images: number;
  /** Mean absolute error in years. */
  readonly mae: number | null;
  /** Share of faces whose true age lies inside the interval. */
  readonly intervalCoverage: number | null;
  /** Share of faces whose age group or class is the right one, for heads that choose among some. */
  readonly accuracy?: number | undefined;
  /** Area under the ROC curve of each group or class against the rest, as a mean. */
  readonly auc?: number | undefined;
  /** Share of faces whose apparent gender agrees with the label. */
  readonly genderAccuracy?: number | undefined;
  /** Area under its ROC curve. */
  readonly genderAuc?: number | undefined;
}

/** One model of the manifest, for people to choose from. */
export interface ModelInfo {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** The network's weights, counted. */
  readonly parameters: number;
  /** What choosing it for the first time downloads. */
  readonly bytes: number;
  /** Side of the square crop that the network reads. */
  readonly inputSizePx: number;
  /** The ages that it can say, where they are fewer than those of a life. */
  readonly knownAges: AgeRange | undefined;
  readonly saysAge: boolean;
  readonly saysGender: boolean;
  readonly isDefault: boolean;
  /** Measured on faces that the network was not trained on, one entry per set. */
  readonly metrics: readonly TestFigures[];
  readonly trainingData: string;
  readonly licence: string;
  /** Absolute address of the model card, in Markdown. */
  readonly cardUrl: string;
}

/** Milliseconds spent in each step; `estimate` counts aligning, measuring and repairing, too. */
export interface Timings {
  readonly decode: number;
  readonly detect: number;
  readonly estimate: number;
  readonly total: number;
}

/** The result for one picture: no face is missing from it, a refused one says so. */
export interface Analysis {
  /** The upright picture's size; all coordinates are in its pixels. */
  readonly picture: PixelSize<"picture">;
  /** Surest first. */
  readonly faces: readonly FaceReading[];
  /** Side of the crops in pixels. */
  readonly cropSize: number;
  readonly modelId: string;
  readonly backend: Backend;
  readonly timings: Timings;
}

/** Faces of a picture, in its upright pixels. */
export interface Detection extends PixelSize<"picture"> {
  /** Surest first. */
  readonly faces: readonly Face[];
}

/** A crop after filters that someone chose. */
export interface EnhancedCrop {
  /** RGBA bytes, as large as the crop that was given. */
  readonly crop: Uint8ClampedArray<ArrayBuffer>;
  readonly metrics: PixelMetrics;
  /** The standards that it does not meet; the size of the face in its picture is not judged here. */
  readonly failed: readonly FailedCheck[];
}

/** What several models say about the faces of one picture. */
export interface Comparison {
  /** The upright picture's size; all coordinates are in its pixels. */
  readonly picture: PixelSize<"picture">;
  /** In the order of every model's readings. */
  readonly faces: readonly ComparedFace[];
  /** Side of the crops in pixels. */
  readonly cropSize: number;
  readonly models: readonly ModelReadings[];
}

/** A face that several models have read. */
export interface ComparedFace {
  readonly box: PixelBox<"picture">;
  /** The first model's crop, RGBA bytes, `cropSize`² × 4. */
  readonly crop: Uint8ClampedArray<ArrayBuffer>;
}

/** One model's part in a comparison. */
export interface ModelReadings {
  readonly modelId: string;
  /** One per face, in the order of `faces`. */
  readonly readings: readonly Reading[];
  /** Milliseconds, median of repeated runs on this device, aligned and measured crops included; a first run is not counted. */
  readonly msPerFace: number;
}

/** Where in a crop the evidence for its reading lies. */
export interface HeatMap {
  /** What was asked for, or `occlusion` where the network is not built for class activation. */
  readonly method: ExplanationMethod;
  readonly columns: number;
  readonly rows: number;
  /**
   * `rows` × `columns` values, row by row from the crop's top left: evidence for the reading against other ages, in units of the log-odds. Above
   * 0 speaks for it, below 0 against it.
   */
  readonly values: Float32Array;
}
