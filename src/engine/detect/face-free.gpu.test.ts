import detectorWasmUrl from "@mediapipe/tasks-vision/vision_wasm_module_internal.wasm?url";
import { beforeAll, describe, expect, it } from "vitest";
import portraitUrl from "../../../e2e/fixtures/portrait.png?url";
import search from "../facts/face-search.json" with { type: "json" };
import { PictureDetector } from "./detect.ts";
import { MediaPipeDetector } from "./media-pipe-detector.ts";
import { drawBlobs, drawSmiley, drawWaves } from "./testing/face-free.ts";

let detector: PictureDetector;

beforeAll(async () => {
  const model = new Uint8Array(await (await fetch("/models/face-detector/short-range.tflite")).arrayBuffer());
  const minScore = search.minScore.candidate;
  detector = new PictureDetector(await MediaPipeDetector.start({ wasmUrl: detectorWasmUrl, model, minScore }));
});

const detect = (picture: OffscreenCanvas | ImageBitmap) => detector.detect(picture, "photo", async () => {});

describe("no face is found", () => {
  it("in a smiley", async () => {
    expect(await detect(drawSmiley())).toEqual([]);
  });

  it.each([1, 2, 3, 4])("in coloured blobs (%i)", async (seed) => {
    expect(await detect(drawBlobs(seed))).toEqual([]);
  });

  it("in waves under grain", async () => {
    expect(await detect(drawWaves(1))).toEqual([]);
  });
});

it("finds the face of the portrait", async () => {
  const portrait = await createImageBitmap(await (await fetch(portraitUrl)).blob());
  expect(await detect(portrait)).toHaveLength(1);
});
