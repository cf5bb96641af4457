import type { GraphDescription, GraphOperation } from "../../src/engine/detect/blaze-face/description.ts";
import { readTflite, type TfliteGraph, type TfliteOperator, type TfliteTensor } from "./tflite.ts";

/** Where BlazeFace's short range looks (SsdAnchorsCalculator's options in MediaPipe's face_detection_short_range.pbtxt). */
const SHORT_RANGE_ANCHORS = [
  { cells: 16, perCell: 2 },
  { cells: 8, perCell: 6 },
];
const FLOAT16_BYTES = 2;

/** A network as the app's own graph runs it. */
export interface ConvertedGraph {
  readonly description: GraphDescription;
  /** All weights in float16, as the description orders them. */
  readonly weights: Uint8Array;
}

/**
 * Converts BlazeFace's short range from a .tflite whose weights are float16. No weight is rounded.
 *
 * @throws Error for a model of another kind.
 */
export function convertGraph(model: Uint8Array): ConvertedGraph {
  const graph = readTflite(model);
  const [input] = graph.inputs;
  if (input === undefined) throw new Error("This TFLite model has no input.");
  const weights = new WeightList(graph);
  const values = new Map([[input, 0]]);
  const numberOf = (tensor: number) => {
    const value = values.get(tensor);
    if (value === undefined) throw new Error(`Tensor ${tensor} is used before it is computed.`);
    return value;
  };
  const operations: GraphOperation[] = [];
  for (const operator of graph.operators) {
    if (operator.kind === "dequantize") continue;
    operations.push(toOperation(operator, graph, numberOf, weights));
    values.set(operator.outputs[0] ?? -1, operations.length);
  }
  const outputNamed = (name: string) => numberOf(graph.outputs.find((at) => graph.tensors[at]?.name === name) ?? -1);
  const description = {
    inputSide: graph.tensors[input]?.shape[1] ?? 0,
    anchors: SHORT_RANGE_ANCHORS,
    weights: weights.shapes,
    operations,
    regressors: outputNamed("regressors"),
    scores: outputNamed("classificators"),
  };
  return { description, weights: Buffer.concat(weights.parts) };
}

function toOperation(
  operator: TfliteOperator,
  { tensors }: TfliteGraph,
  numberOf: (tensor: number) => number,
  weights: WeightList,
): GraphOperation {
  const { kind, inputs, outputs, padding = "valid", stride = 1, size = 1, axis = 0, activation = "linear" } = operator;
  if (activation !== "linear") throw new Error(`A ${kind} with a built-in ${activation} is not known here.`);
  const [first = -1, second = -1, third = -1] = inputs;
  switch (kind) {
    case "conv2d":
    case "depthwiseConv2d":
      return {
        kind,
        input: numberOf(first),
        filter: weights.addFilter(second),
        bias: weights.add(third),
        stride,
        padding,
      };
    case "maxPool2d":
      return { kind, input: numberOf(first), size, stride, padding };
    case "relu":
      return { kind, input: numberOf(first) };
    case "add":
      return { kind, inputs: [numberOf(first), numberOf(second)] };
    case "pad":
      return { kind, input: numberOf(first), amounts: pairs(tensors[second]) };
    case "reshape":
      return { kind, input: numberOf(first), shape: tensors[outputs[0] ?? -1]?.shape.slice(1) ?? [] };
    case "concatenation":
      return { kind, inputs: inputs.map(numberOf), axis };
    case "dequantize":
      throw new Error("Weights are read as they are stored.");
  }
}

/** The float16 constants of a model, in the order in which the graph needs them. */
class WeightList {
  readonly shapes: number[][] = [];
  readonly parts: Uint8Array[] = [];
  readonly #tensors: readonly TfliteTensor[];
  /** The constant behind each dequantised tensor. */
  readonly #sources: ReadonlyMap<number, number>;

  constructor({ tensors, operators }: TfliteGraph) {
    this.#tensors = tensors;
    this.#sources = new Map(
      operators
        .filter(({ kind }) => kind === "dequantize")
        .map(({ inputs, outputs }) => [outputs[0] ?? -1, inputs[0] ?? -1]),
    );
  }

  /** Adds a constant as it is; returns its place. */
  add(tensor: number): number {
    const { shape, bytes } = this.#constant(tensor);
    this.shapes.push([...shape]);
    return this.parts.push(bytes) - 1;
  }

  /** Adds a filter, [out, height, width, in] or [1, height, width, channels], with its first axis moved to the end. */
  addFilter(tensor: number): number {
    const { shape, bytes } = this.#constant(tensor);
    const [first = 1, ...rest] = shape;
    this.shapes.push([...rest, first]);
    return this.parts.push(transposed(bytes, first)) - 1;
  }

  #constant(tensor: number): TfliteTensor {
    const constant = this.#tensors[this.#sources.get(tensor) ?? -1];
    if (constant?.type !== "float16") throw new Error(`Tensor ${tensor} is no weight in float16.`);
    return constant;
  }
}

/** A matrix of float16 with `rows` rows, by columns. */
function transposed(bytes: Uint8Array, rows: number): Uint8Array {
  const columns = bytes.length / FLOAT16_BYTES / rows;
  const result = new Uint8Array(bytes.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const from = (row * columns + column) * FLOAT16_BYTES;
      result.set(bytes.subarray(from, from + FLOAT16_BYTES), (column * rows + row) * FLOAT16_BYTES);
    }
  }
  return result;
}

/** A constant [axes, 2] of int32 as pairs. */
function pairs(constant: TfliteTensor | undefined): [number, number][] {
  if (constant?.type !== "int32") throw new Error("A padding is no constant of whole numbers.");
  const view = new DataView(constant.bytes.buffer, constant.bytes.byteOffset, constant.bytes.length);
  return Array.from({ length: view.byteLength / 8 }, (_, axis) => [
    view.getInt32(8 * axis, true),
    view.getInt32(8 * axis + 4, true),
  ]);
}
