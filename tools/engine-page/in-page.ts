/**
 * Functions that Playwright carries into the page. Each must stand on its own, without a named function inside it: the
 * TypeScript runner marks those with a helper that the page does not have.
 */
import type {
  AnalyseOptions,
  Analysis,
  Detection,
  Engine,
  EngineInfo,
  FaceKeypoints,
  FaceReading,
  Timings,
} from "../../src/engine/index.ts";
import type { PixelBox, PixelSize, Point } from "../../src/math/index.ts";

/** A picture as it is handed to the engine, or why it cannot be. */
export type PreparedPicture =
  | {
      readonly status: "ready";
      readonly input: Blob | ImageBitmap;
      /** Where the picture's own top left corner lies in `input`. */
      readonly offset: Point;
      /** Size of `input`, where it was already decoded. */
      readonly size?: PixelSize;
    }
  | Failure;

/** What went wrong with one picture, in a sentence for people. */
export interface Failure {
  readonly status: "failed";
  readonly reason: string;
}

/** A face as a tool needs it: everything but the pixels and the posterior. */
export interface FaceReply extends Partial<Pick<FaceReading, "reading" | "metrics" | "failed">> {
  readonly box: PixelBox;
  readonly keypoints: FaceKeypoints;
  readonly score: number;
}

/** What the page answers for one picture; faces are in pixels of `engineSize`. */
export type PictureReply =
  | {
      readonly status: "read";
      readonly faces: FaceReply[];
      /** The picture as the engine saw it. */
      readonly engineSize: PixelSize;
      /** The picture as it was handed over: larger than `engineSize` where the engine scales down. */
      readonly inputSize: PixelSize;
      readonly offset: Point;
      readonly timings?: Timings;
    }
  | Failure;

/** Loads the engine's parts; what goes wrong comes back as a sentence. */
export async function loadEngine(engine: Engine): Promise<EngineInfo | Failure> {
  return engine.load().catch((error: Error) => ({ status: "failed", reason: error.message }));
}

/** Downloads a picture file and leaves decoding to the engine. */
export async function fetchPicture(url: string): Promise<PreparedPicture> {
  const response = await fetch(url);
  if (!response.ok) return { status: "failed", reason: "The file cannot be opened." };
  return { status: "ready", input: await response.blob(), offset: { x: 0, y: 0 } };
}

/**
 * Downloads a picture and surrounds it by half its width and height on each side, repeating the pixels of its edges, so
 * that a detector trained on whole heads finds the face in a tight crop.
 */
export async function fetchPadded(url: string): Promise<PreparedPicture> {
  const response = await fetch(url);
  if (!response.ok) return { status: "failed", reason: "The file cannot be opened." };
  const picture = await createImageBitmap(await response.blob()).catch(() => undefined);
  if (!picture) return { status: "failed", reason: "This file is not a picture, or a damaged one." };
  const { width, height } = picture;
  const [left, top] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const canvas = new OffscreenCanvas(width + 2 * left, height + 2 * top);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser gives no 2-D canvas.");
  context.imageSmoothingEnabled = false;
  const columns = [
    { from: 0, length: 1, to: 0, stretched: left },
    { from: 0, length: width, to: left, stretched: width },
    { from: width - 1, length: 1, to: left + width, stretched: left },
  ];
  const rows = [
    { from: 0, length: 1, to: 0, stretched: top },
    { from: 0, length: height, to: top, stretched: height },
    { from: height - 1, length: 1, to: top + height, stretched: top },
  ];
  for (const { from: x, length: w, to: toX, stretched: toW } of columns) {
    for (const { from: y, length: h, to: toY, stretched: toH } of rows) {
      context.drawImage(picture, x, y, w, h, toX, toY, toW, toH);
    }
  }
  picture.close();
  const size = { width: canvas.width, height: canvas.height };
  return { status: "ready", input: canvas.transferToImageBitmap(), offset: { x: left, y: top }, size };
}

/** What a call of the engine needs, in the page. */
export interface EngineCall {
  readonly engine: Engine;
  readonly prepared: PreparedPicture;
  readonly task: "analyse" | "detect";
  readonly options: AnalyseOptions;
  /** The engine scales down pictures whose longer side is more than this. */
  readonly maxSidePx: number;
}

/** Hands a picture to the engine and trims the answer to what tools need. */
export async function readPicture({ engine, prepared, task, options, maxSidePx }: EngineCall): Promise<PictureReply> {
  if (prepared.status === "failed") return prepared;
  const { input, offset, size } = prepared;
  try {
    const result: Analysis | Detection =
      task === "analyse" ? await engine.analyse(input, options) : await engine.detect(input, options);
    const engineSize = "picture" in result ? result.picture : { width: result.width, height: result.height };
    const scaledDown = !size && Math.max(engineSize.width, engineSize.height) === maxSidePx;
    const { width, height } = size ?? (scaledDown ? await createImageBitmap(input) : engineSize);
    const faces = result.faces.map((face) => ({
      box: face.box,
      keypoints: face.keypoints,
      score: face.score,
      ...("reading" in face && { reading: face.reading, metrics: face.metrics, failed: face.failed }),
    }));
    const timings = "timings" in result ? { timings: result.timings } : {};
    return { status: "read", faces, engineSize, inputSize: { width, height }, offset, ...timings };
  } catch (error) {
    return { status: "failed", reason: (error as Error).message };
  }
}
