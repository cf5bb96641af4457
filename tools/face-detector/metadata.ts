/**
 * Writes the input normalisation that MediaPipe Tasks demands into a TFLite model that lacks it.
 *
 * The Builder of flatbuffers grows from the end of the file to its front, so the untouched original becomes the tail of
 * the new file, and a new root table in front of it points into it: weights and operators are not re-encoded.
 *
 * Field numbers: tensorflow/compiler/mlir/lite/schema/schema.fbs and tflite-support's metadata_schema.fbs.
 */
import { Builder, ByteBuffer } from "flatbuffers";

/** What the network expects: `(pixel − mean) / standardDeviation`, pixels 0…255. */
export interface Normalisation {
  readonly mean: number;
  readonly standardDeviation: number;
}

const MODEL = {
  version: 0,
  operatorCodes: 1,
  subgraphs: 2,
  description: 3,
  buffers: 4,
  metadata: 6,
  count: 8,
} as const;
const TFLITE_ALIGNMENT = 16;
const METADATA_NAME = "TFLITE_METADATA";
const IMAGE_PROPERTIES = 2;
const COLOUR_SPACE_RGB = 1;
const NORMALISATION_OPTIONS = 1;

/**
 * Returns a copy of `model` (a TFLite flatbuffer with one image input) that carries `normalisation` as metadata.
 *
 * @throws Error when `model` is not a TFLite file or already carries metadata.
 */
export function withNormalisation(model: Uint8Array, normalisation: Normalisation): Uint8Array {
  const source = new ByteBuffer(model);
  if (!source.__has_identifier("TFL3")) throw new Error("This is not a TFLite model: its file identifier is not TFL3.");
  const root = source.readInt32(0);
  const field = (index: number) => {
    const offset = source.__offset(root, 4 + 2 * index);
    return offset === 0 ? undefined : root + offset;
  };
  if (field(MODEL.metadata) !== undefined) throw new Error("This TFLite model already carries metadata.");

  const builder = new Builder(model.length + 4096);
  const toOffset = appendOriginal(builder, model);
  const reference = (index: number) => {
    const position = field(index);
    return position === undefined ? 0 : toOffset(source.__indirect(position));
  };

  const buffers = readTableVector(source, field(MODEL.buffers)).map(toOffset);
  const metadataBuffer = createTable(builder, 3, [[0, builder.createByteVector(encodeMetadata(normalisation))]]);
  const newBuffers = createOffsetVector(builder, [...buffers, metadataBuffer]);
  const name = builder.createString(METADATA_NAME);
  builder.startObject(2);
  builder.addFieldOffset(0, name, 0);
  builder.addFieldInt32(1, buffers.length, 0);
  const metadata = createOffsetVector(builder, [builder.endObject()]);

  const version = field(MODEL.version);
  builder.startObject(MODEL.count);
  builder.addFieldInt32(MODEL.version, version === undefined ? 0 : source.readInt32(version), 0);
  builder.addFieldOffset(MODEL.operatorCodes, reference(MODEL.operatorCodes), 0);
  builder.addFieldOffset(MODEL.subgraphs, reference(MODEL.subgraphs), 0);
  builder.addFieldOffset(MODEL.description, reference(MODEL.description), 0);
  builder.addFieldOffset(MODEL.buffers, newBuffers, 0);
  builder.addFieldOffset(MODEL.metadata, metadata, 0);
  builder.finish(builder.endObject(), "TFL3");
  return builder.asUint8Array();
}

/** Copies the original to the builder's tail; returns the map from positions in it to builder offsets. */
function appendOriginal(builder: Builder, model: Uint8Array): (position: number) => number {
  const padded = new Uint8Array(Math.ceil(model.length / TFLITE_ALIGNMENT) * TFLITE_ALIGNMENT);
  padded.set(model);
  builder.prep(TFLITE_ALIGNMENT, padded.length);
  const lengthPrefixBytes = 4;
  const start = builder.createByteVector(padded) - lengthPrefixBytes;
  return (position) => start - position;
}

function readTableVector(source: ByteBuffer, position: number | undefined): number[] {
  if (position === undefined) return [];
  const vector = source.__indirect(position);
  const length = source.readInt32(vector);
  return Array.from({ length }, (_, index) => source.__indirect(vector + 4 + 4 * index));
}

function createOffsetVector(builder: Builder, offsets: readonly number[]): number {
  builder.startVector(4, offsets.length, 4);
  for (const offset of [...offsets].reverse()) builder.addOffset(offset);
  return builder.endVector();
}

function createTable(builder: Builder, fieldCount: number, fields: readonly (readonly [number, number])[]): number {
  builder.startObject(fieldCount);
  for (const [index, offset] of fields) builder.addFieldOffset(index, offset, 0);
  return builder.endObject();
}

/** ModelMetadata → SubGraphMetadata → TensorMetadata with RGB ImageProperties and one NormalizationOptions unit. */
function encodeMetadata({ mean, standardDeviation }: Normalisation): Uint8Array {
  const builder = new Builder(512);
  const floats = (value: number) => {
    builder.startVector(4, 1, 4);
    builder.addFloat32(value);
    return builder.endVector();
  };
  const options = createTable(builder, 2, [
    [0, floats(mean)],
    [1, floats(standardDeviation)],
  ]);
  const processUnit = createUnion(builder, 2, NORMALISATION_OPTIONS, options);
  builder.startObject(2);
  builder.addFieldInt8(0, COLOUR_SPACE_RGB, 0);
  const content = createUnion(builder, 3, IMAGE_PROPERTIES, builder.endObject());
  const processUnits = createOffsetVector(builder, [processUnit]);
  const tensor = createTable(builder, 7, [
    [3, content],
    [4, processUnits],
  ]);
  const subgraph = createTable(builder, 9, [[2, createOffsetVector(builder, [tensor])]]);
  const root = createTable(builder, 8, [[3, createOffsetVector(builder, [subgraph])]]);
  builder.finish(root, "M001");
  return builder.asUint8Array();
}

/** A table whose first two fields are a union: its type tag, then its value. */
function createUnion(builder: Builder, fieldCount: number, type: number, value: number): number {
  builder.startObject(fieldCount);
  builder.addFieldInt8(0, type, 0);
  builder.addFieldOffset(1, value, 0);
  return builder.endObject();
}
