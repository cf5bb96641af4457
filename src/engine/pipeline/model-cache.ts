import type { Progress } from "../api.ts";
import { EngineError } from "../errors.ts";
import { findGenderModel, findModel, type Manifest, type ModelEntry } from "../estimate/manifest.ts";
import { requestGpu } from "../gpu/device.ts";
import { loadManifest, loadModelFiles } from "../load/assets.ts";
import { Shared } from "../load/shared.ts";
import type { EngineConfig } from "../worker/config.ts";
import { startCpuHost } from "./cpu-compute.ts";
import type { ComputeHost, FaceCompute } from "./face-compute.ts";
import { startGpuHost } from "./gpu-compute.ts";

interface CachedModel {
  readonly files: Shared<Awaited<ReturnType<typeof loadModelFiles>>>;
  readonly compute: Shared<FaceCompute>;
  /** Set while the model is ready on the device. */
  ready?: FaceCompute | undefined;
}

/** Every model that was asked for so far, ready on one device: loaded once, put there again after the GPU was lost. */
export class ModelCache {
  readonly manifest: Shared<Manifest>;
  readonly host: Shared<ComputeHost>;
  readonly #config: EngineConfig;
  readonly #onProgress: (progress: Progress) => void;
  readonly #models = new Map<string, CachedModel>();
  /** How often the GPU has gone away so far. */
  lostGpus = 0;

  constructor(config: EngineConfig, onProgress: (progress: Progress) => void) {
    this.#config = config;
    this.#onProgress = onProgress;
    this.manifest = new Shared(() => loadManifest(config));
    this.host = new Shared(() => startComputeHost(config, () => this.#forgetDevice()));
  }

  /** The age model `id`, else the configured one, else the manifest's default. */
  async get(id = this.#config.modelId): Promise<FaceCompute> {
    return this.open(findModel(await this.manifest.get(), id));
  }

  /** The model that says an apparent gender, if there is one. */
  async getForGender(): Promise<FaceCompute | undefined> {
    const entry = findGenderModel(await this.manifest.get());
    return entry && this.open(entry);
  }

  /** A model of the manifest, ready for work. */
  async open(entry: ModelEntry): Promise<FaceCompute> {
    let cached = this.#models.get(entry.id);
    if (!cached) {
      cached = this.#add(entry);
      this.#models.set(entry.id, cached);
    }
    return cached.compute.get();
  }

  /** A model that is ready and whose crops are `side` pixels wide, else the configured one. */
  async withCropSize(side: number): Promise<FaceCompute> {
    const ready = [...this.#models.values()].find((cached) => cached.ready?.model.input.size === side);
    return ready?.ready ?? this.get();
  }

  #add(entry: ModelEntry): CachedModel {
    const files = new Shared(() => loadModelFiles(this.#config, entry, this.#onProgress));
    const cached: CachedModel = {
      files,
      compute: new Shared(async () => {
        const [host, loaded] = await Promise.all([this.host.get(), files.get()]);
        this.#onProgress({ kind: "start", part: "network" });
        cached.ready = await host.open(entry, loaded);
        return cached.ready;
      }),
    };
    return cached;
  }

  #forgetDevice(): void {
    this.lostGpus++;
    this.host.forget();
    for (const cached of this.#models.values()) {
      cached.compute.forget();
      cached.ready = undefined;
    }
  }
}

/** Starts the best device there is for aligning, measuring, repairing and estimating. `onLost` is told when the GPU goes away. */
async function startComputeHost({ backend, files }: EngineConfig, onLost: () => void): Promise<ComputeHost> {
  if (backend === "wasm") return startCpuHost("asked-for", files);
  const gpu = await requestGpu(backend === "webgpu");
  if (!gpu) {
    if (backend === "auto") return startCpuHost("no-graphics-hardware", files);
    throw new EngineError("gpu-lost", "This browser offers no WebGPU: choose WebAssembly instead.");
  }
  gpu.device.lost.then(onLost);
  return startGpuHost(gpu);
}
