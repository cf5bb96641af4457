import type { PixelSize } from "../../math/index.ts";
import { BoundPass } from "../gpu/bound-pass.ts";
import type { BufferPool } from "../gpu/buffer-pool.ts";
import { ComputePass } from "../gpu/compute-pass.ts";
import { BufferUsage } from "../gpu/usage.ts";
import pixels from "../image/pixels.wgsl?raw";
import main from "./measure.wgsl?raw";
import type { PixelMetric } from "./pixel-metric.ts";
import { FLOATS_PER_FACE, PIXEL_METRICS } from "./registry.ts";

const WORKGROUP_SIZE = 256;

/** Measures every crop of a batch on the GPU in one dispatch; see measure.wgsl. */
export class MeasurePass {
  readonly #buffers: BufferPool;
  readonly #pass: BoundPass;

  /** `size` is that of one crop, in pixels. */
  constructor(device: GPUDevice, buffers: BufferPool, { width, height }: PixelSize) {
    this.#buffers = buffers;
    const constants = { WIDTH: width, HEIGHT: height, WORKGROUP_SIZE };
    this.#pass = new BoundPass(new ComputePass(device, "measure", measureShader(PIXEL_METRICS), constants));
  }

  /**
   * Records the pass over `crops`, [face, y, x, channel], 0…255.
   *
   * Returns the buffer that decodeMeasurements reads face by face: `faceCount` × FLOATS_PER_FACE floats at its start. Passes recorded
   * with different `name`s keep their results apart, for instance those before and after a repair.
   */
  record(encoder: GPUCommandEncoder, crops: GPUBuffer, faceCount: number, name = "measurements"): GPUBuffer {
    const usage = BufferUsage.STORAGE | BufferUsage.COPY_SRC;
    const results = this.#buffers.atLeast(name, 4 * FLOATS_PER_FACE * faceCount, usage);
    this.#pass.record(encoder, [crops, results], [faceCount, 1, 1]);
    return results;
  }
}

/** The shader that measures `metrics`, by the names of their WGSL functions. */
function measureShader(metrics: Readonly<Record<string, PixelMetric>>): string {
  const ids = Object.keys(metrics);
  const functions = new Set(Object.values(metrics).map((metric) => metric.wgsl));
  return [
    "alias Neighbourhood = array<f32, 9>;",
    `const METRICS = ${ids.length}u;`,
    "alias Values = array<f32, METRICS>;",
    pixels,
    ...functions,
    `fn values(n: Neighbourhood) -> Values { return Values(${ids.map((id) => `${id}(n)`).join(", ")}); }`,
    main,
  ].join("\n");
}
