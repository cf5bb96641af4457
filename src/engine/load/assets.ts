import detectorWasmUrl from "@mediapipe/tasks-vision/vision_wasm_module_internal.wasm?url";
import type { DownloadName, Progress } from "../api.ts";
import type { GraphFiles } from "../detect/blaze-face/graph-detector.ts";
import { EngineError } from "../errors.ts";
import { type Manifest, type ModelEntry, parseManifest } from "../estimate/manifest.ts";
import type { NetworkFiles } from "../estimate/network.ts";
import { download, downloadChecked, type Places } from "./download.ts";

type OnProgress = (progress: Progress) => void;

/** Downloads and checks the list of models. */
export async function loadManifest({ manifestUrl }: Places): Promise<Manifest> {
  const bytes = await download(manifestUrl);
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new EngineError("manifest-invalid", "The list of models is not valid JSON: load the page again.", {
      cause: error,
    });
  }
  return parseManifest(data);
}

/** MediaPipe's files, its wasm as an address that needs no further download, however often it is started. */
export async function loadMediaPipeFiles(places: Places, manifest: Manifest, onProgress: OnProgress) {
  const report = (file: DownloadName, totalBytes: number) => (loadedBytes: number) =>
    onProgress({ kind: "download", file, loadedBytes, totalBytes });
  const programUrl = places.files?.["models/runtime/vision_wasm_module_internal.wasm"] ?? detectorWasmUrl;
  const [wasm, model] = await Promise.all([
    download(programUrl, report("detector-program", __DETECTOR_WASM_BYTES__)),
    downloadChecked(places, manifest.detector, report("detector-model", manifest.detector.bytes)),
  ]);
  const wasmUrl = URL.createObjectURL(new Blob([wasm], { type: "application/wasm" }));
  return { libraryUrl: places.files?.["media-pipe.js"], wasmUrl, model: new Uint8Array(model) };
}

/** The two files of the detector's own graph. */
export async function loadDetectorGraph(
  places: Places,
  { detector: { graph } }: Manifest,
  onProgress: OnProgress,
): Promise<GraphFiles> {
  const totalBytes = graph.weights.bytes;
  const [topology, weights] = await Promise.all([
    downloadChecked(places, graph.topology),
    downloadChecked(places, graph.weights, (loadedBytes) =>
      onProgress({ kind: "download", file: "detector-model", loadedBytes, totalBytes }),
    ),
  ]);
  return { topology, weights };
}

/** A model's two files. */
export async function loadModelFiles(
  places: Places,
  { topology, weights }: Pick<ModelEntry, "topology" | "weights">,
  onProgress: OnProgress,
): Promise<NetworkFiles> {
  const [topologyBytes, weightBytes] = await Promise.all([
    downloadChecked(places, topology),
    downloadChecked(places, weights, (loadedBytes) =>
      onProgress({ kind: "download", file: "age-model", loadedBytes, totalBytes: weights.bytes }),
    ),
  ]);
  return { topology: topologyBytes, weights: weightBytes };
}
