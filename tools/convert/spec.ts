import * as v from "valibot";
import { head } from "../../src/engine/estimate/heads.ts";

const activation = v.picklist(["relu", "leaky-relu", "silu", "linear"]);
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const name = v.string();
const convolution = { name, out: count, kernel: count, stride: count, activation };

const layer = v.variant("kind", [
  v.strictObject({ kind: v.literal("conv"), ...convolution, norm: v.optional(v.boolean(), true) }),
  v.strictObject({ kind: v.literal("depthwise"), name, kernel: count, stride: count, activation }),
  v.strictObject({ kind: v.literal("separable"), ...convolution }),
  v.strictObject({ kind: v.literal("fused"), ...convolution, expand: count }),
  v.strictObject({ kind: v.literal("inverted"), ...convolution, expand: count, squeeze: v.number() }),
  v.strictObject({ kind: v.literal("fire"), name, squeeze: count, out: count, activation }),
  v.strictObject({ kind: v.literal("max-pool"), kernel: count, stride: count }),
  v.strictObject({ kind: v.literal("global-average-pool") }),
  v.strictObject({ kind: v.literal("flatten") }),
  v.strictObject({ kind: v.literal("dropout"), rate: v.number() }),
  v.strictObject({ kind: v.literal("dense"), name, out: count, activation: v.optional(activation, "linear") }),
]);

/** The network spec that the PyTorch builder reads, too: see training/README.md for what each kind means. */
export const networkSpec = v.object({
  id: v.string(),
  budget: count,
  input: v.strictObject({ size: count, channels: count }),
  layers: v.array(layer),
  head,
});

export type NetworkSpec = v.InferOutput<typeof networkSpec>;
export type LayerSpec = v.InferOutput<typeof layer>;
export type Activation = v.InferOutput<typeof activation>;
