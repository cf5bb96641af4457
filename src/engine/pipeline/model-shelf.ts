import { findGenderModel, findModel, type Manifest, type ModelEntry } from "../estimate/manifest.ts";
import { loadManifest, loadModelFiles } from "../load/assets.ts";
import { Shared } from "../load/shared.ts";
import type { Progress } from "../types.ts";
import { startComputeHost } from "./compute-host.ts";
import type { EngineConfig } from "./engine-core.ts";
import type { ComputeHost, FaceCompute } from "./face-compute.ts";

interface ShelvedModel {
  readonly files: Shared<Awaited<ReturnType<typeof loadModelFiles>>>;
  readonly compute: Shared<FaceCompute>;
  /** Set while the model is ready on the device. */
  ready?: FaceCompute | undefined;
}

/** Every model that was asked for so far, ready on one device: loaded once, put there again after the GPU was lost. */
export class ModelShelf {
  readonly manifest: Shared<Manifest>;
  readonly host: Shared<ComputeHost>;
  readonly #config: EngineConfig;
  readonly #onProgress: (progress: Progress) => void;
  readonly #models = new Map<string, ShelvedModel>();
  /** How often the GPU has gone away so far. */
  lostGpus = 0;

  constructor(config: EngineConfig, onProgress: (progress: Progress) => void) {
    this.#config = config;
    this.#onProgress = onProgress;
    this.manifest = new Shared(() => loadManifest(config.manifestUrl));
    this.host = new Shared(() => startComputeHost(config.backend, () => this.#forgetDevice()));
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
    let shelved = this.#models.get(entry.id);
    if (!shelved) {
      shelved = this.#shelve(entry);
      this.#models.set(entry.id, shelved);
    }
    return shelved.compute.get();
  }

  /** A model that is ready and whose crops are `side` pixels wide, else the configured one. */
  async withCropSize(side: number): Promise<FaceCompute> {
    const ready = [...this.#models.values()].find((shelved) => shelved.ready?.model.input.size === side);
    return ready?.ready ?? this.get();
  }

  #shelve(entry: ModelEntry): ShelvedModel {
    const files = new Shared(() => loadModelFiles(this.#config.manifestUrl, entry, this.#onProgress));
    const shelved: ShelvedModel = {
      files,
      compute: new Shared(async () => {
        const [host, loaded] = await Promise.all([this.host.get(), files.get()]);
        this.#onProgress({ kind: "start", part: "network" });
        shelved.ready = await host.open(entry, loaded);
        return shelved.ready;
      }),
    };
    return shelved;
  }

  #forgetDevice(): void {
    this.lostGpus++;
    this.host.forget();
    for (const shelved of this.#models.values()) {
      shelved.compute.forget();
      shelved.ready = undefined;
    }
  }
}
