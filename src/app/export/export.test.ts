import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { Analysis, FaceReading, ReadingAdjustment } from "../../engine/index.ts";
import { COLUMN_NAMES, toFaceCsv } from "./face-csv.ts";
import { toFacesJson } from "./faces-json.ts";
import { baseName } from "./save-file.ts";
import { toFailedRecord, toPictureRecord } from "./to-record.ts";

const PIXELS = {
  sharpness: 120.5,
  brightness: 130,
  contrast: 44,
  noise: 3,
  clippedShadows: 0,
  clippedHighlights: 0.01,
};

function face(x: number, reading: FaceReading["reading"]): FaceReading {
  return {
    box: { x, y: 20, width: 100.04, height: 120 },
    score: 0.987654,
    metrics: { ...PIXELS, resolutionPx: 110, pose: { roll: -4.5, yaw: 1, pitch: 2 } },
    failed: [{ check: "noisy", metric: "sharpness", direction: "above", limit: 100, value: 120.5 }],
    alignment: { source: "keypoints", cropToPicture: { a: 1, b: 0, tx: 0, ty: 0 } },
    reading,
    gender: { status: "estimated", apparent: "female", share: 0.91 },
  } as unknown as FaceReading;
}

const posterior = Float32Array.of(0.25, 0.75);
const adjustment = {
  repairs: [{ filterId: "median", params: {}, check: "noisy" }],
  tailFactor: 0.5,
  widenedFor: ["noisy"],
} as unknown as ReadingAdjustment;
const estimated = {
  status: "estimated",
  adjustment,
  years: 33.456,
  interval: { low: 28, high: 41.2, level: 0.8 },
  posterior,
} as const;
const analysis = {
  picture: { width: 640, height: 480 },
  faces: [face(400, { status: "refused", reason: "not-finite" }), face(10, estimated)],
  modelId: "compact-age",
  backend: "wasm",
} as unknown as Analysis;

const pictures = [
  toPictureRecord("trip/Anna, “the” one.jpg", analysis, true),
  toPictureRecord("=1+1.png", { ...analysis, faces: [] }, true),
  toFailedRecord("broken.jpg", "This picture is damaged or incomplete: try another copy of it."),
];

describe("toFaceCsv", () => {
  const rows = parse(toFaceCsv(pictures), { columns: true }) as Record<string, string>[];

  it("has a row per face in reading order, with every column", () => {
    expect(rows).toHaveLength(4);
    expect(Object.keys(rows[0] ?? {})).toEqual(COLUMN_NAMES);
    expect(rows[0]).toMatchObject({
      picture: "trip/Anna, “the” one.jpg",
      status: "read",
      face: "1",
      x: "10",
      width: "100",
      score: "0.9877",
      years: "33.46",
      low: "28",
      high: "41.2",
      level: "0.8",
      failed_checks: "noisy",
      repairs: "median",
      widened_for: "noisy",
      apparent_gender: "female",
      gender_share: "0.91",
      roll: "-4.5",
      model: "compact-age",
    });
    expect(rows[1]).toMatchObject({ face: "2", years: "", refusal: "not-finite" });
  });

  it("keeps pictures without a face and those that failed, and disarms formulas", () => {
    expect(rows[2]).toMatchObject({ picture: "'=1+1.png", status: "no-face", face: "", picture_width: "640" });
    expect(rows[3]).toMatchObject({ status: "failed", picture_width: "", years: "" });
    expect(rows[3]?.problem).toMatch(/damaged/);
  });
});

it("writes JSON with posteriors where they were kept", () => {
  const { version, pictures: read } = JSON.parse(toFacesJson(pictures));
  expect(version).toBe(1);
  expect(read[0].faces[0]).toMatchObject({ age: { years: 33.46 }, posterior: [0.25, 0.75], metrics: { yaw: 1 } });
  expect(read[0].faces[1]).toMatchObject({ age: null, refusal: "not-finite" });
  expect(toPictureRecord("a", analysis, false).faces[0]).not.toHaveProperty("posterior");
});

it("names what is made of a picture after it", () => {
  expect(["trip/a.b.jpg", "pasted", ".hidden"].map(baseName)).toEqual(["a.b", "pasted", ".hidden"]);
});
