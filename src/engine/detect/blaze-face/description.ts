/** Pixels that a window covers beyond the edge of what it slides over: as TensorFlow's `same`, or none. */
type Padding = "same" | "valid";

/** One operation of the graph. Values are named by number: 0 is the input, n what operation n - 1 gives. */
export type GraphOperation =
  | {
      readonly kind: "conv2d" | "depthwiseConv2d";
      readonly input: number;
      /** Place in `weights`: [height, width, in, out], or [height, width, channels, 1] for one filter per channel. */
      readonly filter: number;
      /** Place in `weights`: [out]. */
      readonly bias: number;
      readonly stride: number;
      readonly padding: Padding;
    }
  | {
      readonly kind: "maxPool2d";
      readonly input: number;
      readonly size: number;
      readonly stride: number;
      readonly padding: Padding;
    }
  | { readonly kind: "relu"; readonly input: number }
  | { readonly kind: "add"; readonly inputs: readonly [number, number] }
  /** Zeros before and after, for each axis. */
  | { readonly kind: "pad"; readonly input: number; readonly amounts: readonly (readonly [number, number])[] }
  /** The shape of one view; the batch stays in front of it. */
  | { readonly kind: "reshape"; readonly input: number; readonly shape: readonly number[] }
  | { readonly kind: "concatenation"; readonly inputs: readonly number[]; readonly axis: number };

/** A square grid of points; `perCell` outputs of the network belong to each of its cells. */
export interface AnchorGrid {
  readonly cells: number;
  readonly perCell: number;
}

/** A BlazeFace network without its weights, as public/models/face-detector keeps it in JSON. */
export interface GraphDescription {
  /** The input is [views, inputSide, inputSide, RGB], −1…1. */
  readonly inputSide: number;
  /** Where the outputs look, in their order. */
  readonly anchors: readonly AnchorGrid[];
  /** Shapes of the weights, in the order in which the binary file has them as little-endian float16. */
  readonly weights: readonly (readonly number[])[];
  readonly operations: readonly GraphOperation[];
  /** Value [views, anchors, 16]: box and keypoints, in pixels of the input relative to the anchor. */
  readonly regressors: number;
  /** Value [views, anchors, 1]: logits. */
  readonly scores: number;
}
