import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ModelEntry } from "../../../src/engine/estimate/manifest.ts";
import type { Condition } from "../../degrade/conditions.ts";
import { writeWhole } from "../../shared/output.ts";
import type { Chip } from "./chips.ts";
import type { Sample } from "./samples.ts";

/** Everything that samples depend on. */
export interface Origin {
  readonly model: ModelEntry;
  readonly chips: readonly Chip[];
  readonly seed: number;
  /** Path of the bundled worker. */
  readonly worker: string;
}

/** The folder below `out` for samples of this origin; another model, seed, choice of chips or code has another one. */
export function samplesFolder(out: string, { model, chips, seed, worker }: Origin): string {
  const { topology, weights, alignment, input, decode, calibration } = model;
  const digest = createHash("sha256")
    .update(JSON.stringify({ topology, weights, alignment, input, decode, calibration, seed, chips }))
    .update(readFileSync(worker))
    .digest("hex");
  return join(out, "samples", digest.slice(0, 16));
}

/** Samples on disk, one file per condition, so that a stopped run continues. */
export class SampleStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  has(condition: Condition): boolean {
    return existsSync(this.#path(condition));
  }

  read(condition: Condition): Sample[] {
    return JSON.parse(readFileSync(this.#path(condition), "utf8")) as Sample[];
  }

  write(condition: Condition, samples: readonly Sample[]): void {
    writeWhole(this.#path(condition), JSON.stringify(samples, rounded));
  }

  #path({ id }: Condition): string {
    return join(this.#folder, `${id}.json`);
  }
}

/** Six digits keep the files small and every figure exact enough. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(6)) : value;
}
