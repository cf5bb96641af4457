import * as v from "valibot";

const activation = v.picklist(["relu", "silu", "linear"]);
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const convolution = { name: v.string(), out: count, kernel: count, stride: count, activation };

const layer = v.variant("kind", [
  v.strictObject({ kind: v.literal("conv"), ...convolution }),
  v.strictObject({ kind: v.literal("fused"), ...convolution, expand: count }),
  v.strictObject({ kind: v.literal("inverted"), ...convolution, expand: count, squeeze: v.number() }),
  v.strictObject({ kind: v.literal("global-average-pool") }),
  v.strictObject({ kind: v.literal("dropout"), rate: v.number() }),
  v.strictObject({ kind: v.literal("dense"), name: v.string(), out: count }),
]);

/** The network spec that the PyTorch builder reads, too: see training/README.md for what each kind means. */
export const networkSpec = v.object({
  id: v.string(),
  budget: count,
  input: v.strictObject({ size: count, channels: count }),
  layers: v.array(layer),
  head: v.strictObject({ kind: v.literal("age-posterior"), bins: count }),
});

export type NetworkSpec = v.InferOutput<typeof networkSpec>;
export type LayerSpec = v.InferOutput<typeof layer>;
export type Activation = v.InferOutput<typeof activation>;
