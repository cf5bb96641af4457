import detectorWasmUrl from "@mediapipe/tasks-vision/vision_wasm_module_internal.wasm?url";
import { GraphDetector } from "../../src/engine/detect/blaze-face/graph-detector.ts";
import { PictureDetector } from "../../src/engine/detect/detect.ts";
import { MediaPipeDetector } from "../../src/engine/detect/media-pipe-detector.ts";
import type { SinglePassDetector } from "../../src/engine/detect/single-pass-detector.ts";
import { startWasmBackend } from "../../src/engine/estimate/backend.ts";
import type { PixelSize, Similarity } from "../../src/math/index.ts";
import type { SearchName } from "./records.ts";
import { allCandidates, asShipped, type FoundFace, type Search, wholePicture } from "./searches.ts";

/** As in the engine: fainter candidates are dropped. */
const MIN_CANDIDATE_SCORE = 0.3;
const GREY = "rgb(128 128 128)";

/** A scene as the page draws it; `url` is where each picture is served. */
export interface SceneRequest {
  readonly size: PixelSize;
  readonly parts: readonly { readonly url: string; readonly toScene: Similarity }[];
}

export interface SearchReply {
  readonly search: SearchName;
  readonly faces: readonly FoundFace[];
  readonly ms: number;
}

declare global {
  interface Window {
    /** Draws a scene and runs the named searches on it, one after the other. */
    studyScene(scene: SceneRequest, searches: readonly SearchName[]): Promise<SearchReply[]>;
  }
}

async function openDetector(name: "short-range" | "full-range"): Promise<SinglePassDetector> {
  const model = new Uint8Array(await bytesOf(`${name}.tflite`));
  return MediaPipeDetector.start({ wasmUrl: detectorWasmUrl, model, minScore: MIN_CANDIDATE_SCORE });
}

/** Short range as browsers run it in which MediaPipe cannot start. */
async function openGraphDetector(): Promise<SinglePassDetector> {
  await startWasmBackend();
  const [topology, weights] = await Promise.all([bytesOf("short-range.json"), bytesOf("short-range.bin")]);
  return new GraphDetector({ topology, weights }, { minScore: MIN_CANDIDATE_SCORE, isDeviceLost: () => false });
}

async function bytesOf(url: string): Promise<ArrayBuffer> {
  return (await fetch(url)).arrayBuffer();
}

async function openSearches(): Promise<Record<SearchName, Search>> {
  const shortRange = await openDetector("short-range");
  const fullRange = await openDetector("full-range");
  const graph = await openGraphDetector();
  return {
    "short-range": wholePicture(shortRange),
    "full-range": wholePicture(fullRange),
    shipped: asShipped(new PictureDetector(shortRange)),
    frame: allCandidates({ effort: "frame", searching: shortRange, refining: shortRange }),
    "frame by graph": allCandidates({ effort: "frame", searching: graph, refining: graph }),
    photo: allCandidates({ effort: "photo", searching: shortRange, refining: shortRange }),
    "photo by graph": allCandidates({ effort: "photo", searching: graph, refining: graph }),
    "photo by full": allCandidates({
      effort: "photo",
      searching: fullRange,
      refining: shortRange,
      tileShares: [1 / 2],
    }),
  };
}

async function draw({ size, parts }: SceneRequest): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext("2d", { alpha: false });
  if (!context) throw new Error("This browser gives no 2-D canvas.");
  context.fillStyle = GREY;
  context.fillRect(0, 0, size.width, size.height);
  context.imageSmoothingQuality = "high";
  for (const { url, toScene } of parts) {
    const picture = await createImageBitmap(await (await fetch(url)).blob());
    context.setTransform(toScene.a, toScene.b, -toScene.b, toScene.a, toScene.tx, toScene.ty);
    context.drawImage(picture, 0, 0);
    picture.close();
  }
  return canvas.transferToImageBitmap();
}

const opened = openSearches();

window.studyScene = async (scene, names) => {
  const searches = await opened;
  const picture = await draw(scene);
  const replies: SearchReply[] = [];
  for (const search of names) {
    const started = performance.now();
    const faces = await searches[search](picture);
    replies.push({ search, faces, ms: performance.now() - started });
  }
  picture.close();
  return replies;
};
