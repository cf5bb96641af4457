import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ByteBuffer } from "flatbuffers";
import { describe, expect, it } from "vitest";
import { buildDetector, DETECTORS, SHIPPED_DETECTOR } from "./build.ts";
import { withNormalisation } from "./metadata.ts";

const normalisation = { mean: 127.5, standardDeviation: 127.5 };
const original = readFileSync(
  createRequire(import.meta.url).resolve("@mediapipe/face_detection/face_detection_short_range.tflite"),
);

/** Position of a table's field, or 0. */
const field = (buffer: ByteBuffer, table: number, index: number) => {
  const offset = buffer.__offset(table, 4 + 2 * index);
  return offset === 0 ? 0 : table + offset;
};
const vector = (buffer: ByteBuffer, position: number) => {
  const start = buffer.__indirect(position);
  return { start: start + 4, length: buffer.readInt32(start) };
};

/** Bytes of every weight buffer of a TFLite model, and where in the file they start. */
function weightBuffers(model: Uint8Array): { start: number; bytes: Uint8Array }[] {
  const buffer = new ByteBuffer(model);
  const { start, length } = vector(buffer, field(buffer, buffer.readInt32(0), 4));
  return Array.from({ length }, (_, index) => {
    const data = field(buffer, buffer.__indirect(start + 4 * index), 0);
    if (data === 0) return { start: 0, bytes: new Uint8Array() };
    const { start: first, length: count } = vector(buffer, data);
    return { start: first, bytes: model.subarray(first, first + count) };
  });
}

describe("withNormalisation", () => {
  const model = withNormalisation(original, normalisation);

  it("keeps every weight and aligns it as TFLite demands", () => {
    const before = weightBuffers(original);
    const after = weightBuffers(model);
    expect(after).toHaveLength(before.length + 1);
    before.forEach(({ start, bytes }, index) => {
      expect(after[index]?.bytes.length, `buffer ${index}`).toBe(bytes.length);
      expect(Buffer.compare(bytes, after[index]?.bytes ?? new Uint8Array()), `buffer ${index}`).toBe(0);
      if (bytes.length > 0) expect((after[index]?.start ?? 0) % 16, `buffer ${index}`).toBe(start % 16);
    });
  });

  it("names the metadata and stores mean and standard deviation", () => {
    const buffer = new ByteBuffer(model);
    const entries = vector(buffer, field(buffer, buffer.readInt32(0), 6));
    expect(entries.length).toBe(1);
    const entry = buffer.__indirect(entries.start);
    expect(buffer.__string(field(buffer, entry, 0))).toBe("TFLITE_METADATA");
    const metadata = weightBuffers(model)[buffer.readInt32(field(buffer, entry, 1))]?.bytes ?? new Uint8Array();
    const floats = Array.from({ length: metadata.length - 3 }, (_, at) =>
      new DataView(metadata.buffer, metadata.byteOffset + at, 4).getFloat32(0, true),
    );
    expect(floats.filter((value) => value === 127.5)).toHaveLength(2);
    expect(new TextDecoder().decode(metadata.subarray(4, 8))).toBe("M001");
  });

  it("refuses what is no TFLite model or already has metadata", () => {
    expect(() => withNormalisation(new Uint8Array(64), normalisation)).toThrow(/not a TFLite model/);
    expect(() => withNormalisation(model, normalisation)).toThrow(/already carries metadata/);
  });
});

it("makes the shipped detector, byte for byte", () => {
  const shipped = readFileSync(
    join(import.meta.dirname, `../../public/models/face-detector/${SHIPPED_DETECTOR}.tflite`),
  );
  expect(Buffer.compare(shipped, buildDetector(SHIPPED_DETECTOR))).toBe(0);
  expect(Object.keys(DETECTORS)).toContain(SHIPPED_DETECTOR);
});
