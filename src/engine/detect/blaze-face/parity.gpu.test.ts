import detectorWasmUrl from "@mediapipe/tasks-vision/vision_wasm_module_internal.wasm?url";
import { beforeAll, expect, it } from "vitest";
import portraitUrl from "../../../../e2e/fixtures/portrait.png?url";
import { distance } from "../../../math/geometry.ts";
import { startWasmBackend, startWebGpuBackend } from "../../estimate/backend.ts";
import { requestGpu } from "../../gpu/device.ts";
import { type Face, KEYPOINT_NAMES } from "../face.ts";
import { MediaPipeDetector } from "../media-pipe-detector.ts";
import { type SearchRegion, searchRegions, turnedRegions } from "../search-regions.ts";
import { type View, viewOf } from "../view.ts";
import { GraphDetector } from "./graph-detector.ts";

const minScore = 0.3;
/** What is as sure as the limit may be on either side of it. */
const CLEAR_SCORE = 0.31;
const MAX_SCORE_DIFFERENCE = 0.003;
/** In pixels of the network's input, of which there are 128 on a side. */
const MAX_KEYPOINT_DIFFERENCE_PX = 0.1;
const INPUT_SIDE = 128;

const PICTURES = [portraitUrl, ...["astronaut", "hopper", "mona-lisa", "three"].map((name) => `/samples/${name}.jpg`)];

let mediaPipe: MediaPipeDetector;
let files: { topology: ArrayBuffer; weights: ArrayBuffer };
let pictures: ImageBitmap[];

const bytesOf = async (url: string) => (await fetch(url)).arrayBuffer();

beforeAll(async () => {
  const model = new Uint8Array(await bytesOf("/models/face-detector/short-range.tflite"));
  mediaPipe = await MediaPipeDetector.start({ wasmUrl: detectorWasmUrl, model, minScore });
  const [topology, weights] = await Promise.all([
    bytesOf("/models/face-detector/short-range.json"),
    bytesOf("/models/face-detector/short-range.bin"),
  ]);
  files = { topology, weights };
  pictures = await Promise.all(PICTURES.map(async (url) => createImageBitmap(new Blob([await bytesOf(url)]))));
});

/** Compares both detectors on some views; returns how many faces there were. */
async function compare(picture: ImageBitmap, views: readonly View[]): Promise<number> {
  const graph = new GraphDetector(files, { minScore, isDeviceLost: () => false });
  const [expected, found] = [await mediaPipe.detect(picture, views), await graph.detect(picture, views)];
  graph.close();
  const clear = (faces: readonly Face<"view">[] = []) => faces.filter(({ score }) => score > CLEAR_SCORE);
  views.forEach(({ size }, view) => {
    const maxAway = (MAX_KEYPOINT_DIFFERENCE_PX * Math.max(size.width, size.height)) / INPUT_SIDE;
    const [theirs, ours] = [clear(expected[view]), clear(found[view])];
    expect(ours).toHaveLength(theirs.length);
    theirs.forEach((face, index) => {
      const other = ours[index] as Face<"view">;
      expect(Math.abs(other.score - face.score)).toBeLessThan(MAX_SCORE_DIFFERENCE);
      for (const name of KEYPOINT_NAMES) {
        expect(distance(other.keypoints[name], face.keypoints[name]), name).toBeLessThan(maxAway);
      }
      expect(other.box).toEqual(face.box);
    });
  });
  return clear(expected.flat()).length;
}

it("finds the same faces as MediaPipe in WebAssembly: whole pictures, tiles, lying and upside down", async () => {
  await startWasmBackend();
  let faces = 0;
  for (const picture of pictures) {
    const regions = [...searchRegions(picture, "photo"), ...turnedRegions(picture)];
    faces += await compare(
      picture,
      regions.map(({ region }) => viewOf(region)),
    );
  }
  expect(faces).toBeGreaterThan(50);
});

it("finds the same faces as MediaPipe in WebGPU", async () => {
  const gpu = await requestGpu(true);
  if (!gpu) throw new Error("This browser has no WebGPU: check its command line.");
  await startWebGpuBackend(gpu);
  const [portrait] = pictures as [ImageBitmap];
  const [whole] = searchRegions(portrait, "frame") as [SearchRegion];
  expect(await compare(portrait, [viewOf(whole.region)])).toBe(1);
});
