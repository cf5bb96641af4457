/** One tensor of a safetensors file. */
export interface FloatTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

interface HeaderEntry {
  readonly dtype: string;
  readonly shape: number[];
  readonly data_offsets: [number, number];
}

const LENGTH_BYTES = 8;

/**
 * Reads a safetensors file of float32 tensors: an 8-byte length, a JSON header, the numbers (all little-endian).
 *
 * @throws Error when a tensor has another type.
 */
export function readSafetensors(file: Uint8Array): Map<string, FloatTensor> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headerBytes = Number(view.getBigUint64(0, true));
  const start = LENGTH_BYTES + headerBytes;
  const header = JSON.parse(new TextDecoder().decode(file.subarray(LENGTH_BYTES, start))) as Record<
    string,
    HeaderEntry
  >;
  const entries = Object.entries(header).filter(([name]) => name !== "__metadata__");
  return new Map(
    entries.map(
      ([
        name,
        {
          dtype,
          shape,
          data_offsets: [from, to],
        },
      ]) => {
        if (dtype !== "F32") throw new Error(`The weight ${name} has type ${dtype}; export it as float32.`);
        const data = new Float32Array(view.buffer.slice(view.byteOffset + start + from, view.byteOffset + start + to));
        return [name, { shape, data }];
      },
    ),
  );
}
