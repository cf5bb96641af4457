/**
 * Reads operators and tensors of a TFLite model.
 *
 * Field numbers: tensorflow/compiler/mlir/lite/schema/schema.fbs.
 */
import { ByteBuffer } from "flatbuffers";

/** Operators by the numbers that the format gives them; only those that convolutional detectors use. */
const OPERATORS = {
  0: "add",
  2: "concatenation",
  3: "conv2d",
  4: "depthwiseConv2d",
  6: "dequantize",
  17: "maxPool2d",
  19: "relu",
  22: "reshape",
  34: "pad",
} as const;
const PADDINGS = ["same", "valid"] as const;
const ACTIVATIONS = ["linear", "relu"] as const;
const TYPES = { 0: "float32", 1: "float16", 2: "int32" } as const;

/** Values along the axes that TFLite calls batch, height, width, channels. */
export interface TfliteTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: (typeof TYPES)[keyof typeof TYPES];
  /** Bytes of a constant, little-endian; empty for what is computed. */
  readonly bytes: Uint8Array;
}

/** What an operator may have besides its inputs. */
interface TfliteOptions {
  readonly padding?: (typeof PADDINGS)[number];
  /** Along the width; the height's is the same. */
  readonly stride?: number;
  /** Width of the window of a pool; its height is the same. */
  readonly size?: number;
  readonly axis?: number;
  readonly activation?: (typeof ACTIVATIONS)[number];
}

/** One operator; inputs and outputs are places in the list of tensors. */
export interface TfliteOperator extends TfliteOptions {
  readonly kind: (typeof OPERATORS)[keyof typeof OPERATORS];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/** The first subgraph of a model. */
export interface TfliteGraph {
  readonly tensors: readonly TfliteTensor[];
  readonly operators: readonly TfliteOperator[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/** The fields of each operator's options that are read. */
const OPTION_FIELDS: Partial<Record<TfliteOperator["kind"], Partial<Record<keyof TfliteOptions, number>>>> = {
  add: { activation: 0 },
  concatenation: { axis: 0, activation: 1 },
  conv2d: { padding: 0, stride: 1, activation: 3 },
  depthwiseConv2d: { padding: 0, stride: 1, activation: 4 },
  maxPool2d: { padding: 0, stride: 1, size: 3, activation: 5 },
};

/**
 * Reads `model`.
 *
 * @throws Error for a file that is no TFLite model, or uses an operator, a type or an option that is not known here.
 */
export function readTflite(model: Uint8Array): TfliteGraph {
  const buffer = new ByteBuffer(model);
  if (!buffer.__has_identifier("TFL3")) throw new Error("This is not a TFLite model: its file identifier is not TFL3.");
  const root = new Table(buffer, buffer.readInt32(0));
  const codes = root.tables(1).map((code) => Math.max(code.int8(0), code.int32(3)));
  const buffers = root.tables(4).map((each) => each.bytes(0));
  const [subgraph] = root.tables(2);
  if (!subgraph) throw new Error("This TFLite model has no graph.");
  return {
    tensors: subgraph.tables(0).map((tensor) => ({
      name: tensor.string(3),
      shape: tensor.int32s(0),
      type: known(TYPES, tensor.int8(1), "type"),
      bytes: buffers[tensor.int32(2)] ?? new Uint8Array(),
    })),
    operators: subgraph.tables(3).map((operator) => readOperator(operator, codes)),
    inputs: subgraph.int32s(1),
    outputs: subgraph.int32s(2),
  };
}

function readOperator(operator: Table, codes: readonly number[]): TfliteOperator {
  const kind = known(OPERATORS, codes[operator.int32(0)] ?? -1, "operator");
  const fields = OPTION_FIELDS[kind] ?? {};
  const options = operator.table(4);
  const { padding, activation, ...numbers } = fields;
  return {
    kind,
    inputs: operator.int32s(1),
    outputs: operator.int32s(2),
    ...(padding !== undefined && { padding: known(PADDINGS, options?.int8(padding) ?? 0, "padding") }),
    ...(activation !== undefined && { activation: known(ACTIVATIONS, options?.int8(activation) ?? 0, "activation") }),
    ...Object.fromEntries(Object.entries(numbers).map(([name, field]) => [name, options?.int32(field) ?? 0])),
  };
}

function known<T>(names: Readonly<Record<number, T>>, number: number, what: string): T {
  const name = names[number];
  if (name === undefined) throw new Error(`This TFLite model has an unknown ${what}: ${number}.`);
  return name;
}

/** A table of a flatbuffer; fields that are absent read as zero or empty. */
class Table {
  readonly #buffer: ByteBuffer;
  readonly #position: number;

  constructor(buffer: ByteBuffer, position: number) {
    this.#buffer = buffer;
    this.#position = position;
  }

  int8(field: number): number {
    const at = this.#at(field);
    return at === undefined ? 0 : this.#buffer.readInt8(at);
  }

  int32(field: number): number {
    const at = this.#at(field);
    return at === undefined ? 0 : this.#buffer.readInt32(at);
  }

  string(field: number): string {
    const at = this.#at(field);
    return at === undefined ? "" : String(this.#buffer.__string(at));
  }

  table(field: number): Table | undefined {
    const at = this.#at(field);
    return at === undefined ? undefined : new Table(this.#buffer, this.#buffer.__indirect(at));
  }

  tables(field: number): Table[] {
    return this.#vector(field, (start, index) => new Table(this.#buffer, this.#buffer.__indirect(start + 4 * index)));
  }

  int32s(field: number): number[] {
    return this.#vector(field, (start, index) => this.#buffer.readInt32(start + 4 * index));
  }

  bytes(field: number): Uint8Array {
    return Uint8Array.from(this.#vector(field, (start, index) => this.#buffer.readUint8(start + index)));
  }

  #vector<T>(field: number, read: (start: number, index: number) => T): T[] {
    const at = this.#at(field);
    if (at === undefined) return [];
    const start = this.#buffer.__indirect(at);
    return Array.from({ length: this.#buffer.readInt32(start) }, (_, index) => read(start + 4, index));
  }

  #at(field: number): number | undefined {
    const offset = this.#buffer.__offset(this.#position, 4 + 2 * field);
    return offset === 0 ? undefined : this.#position + offset;
  }
}
