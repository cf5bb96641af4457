import { describe, expect, it } from "vitest";
import {
  type Analysis,
  CAMERA_PROBLEMS,
  CameraError,
  EngineError,
  ERROR_CODES,
  type FaceReading,
} from "../engine/index.ts";
import type { ElementState } from "./state.ts";
import { spoken } from "./text/languages.ts";
import { announcement, pictureWords, statusLine } from "./words.ts";

const LANGUAGES = ["en", "fr", "de"];
const [english, french] = LANGUAGES.map(spoken) as [ReturnType<typeof spoken>, ReturnType<typeof spoken>];

function face(years: number, low: number, high: number, x = 0): FaceReading {
  const reading = { status: "estimated", years, interval: { low, high, level: 0.8 } };
  return { reading, box: { x, y: 0, width: 10, height: 10 } } as unknown as FaceReading;
}

const refused = { ...face(0, 0, 0), reading: { status: "refused", reason: "small" } } as FaceReading;
const read = (faces: FaceReading[]): ElementState => ({
  kind: "read",
  shown: undefined,
  analysis: { faces, picture: { width: 100, height: 100 } } as unknown as Analysis,
});

it("speaks a language whatever the country, and else English", () => {
  expect(spoken("de-AT").language).toBe("de");
  expect(spoken("ja").language).toBe("en");
});

describe("pictureWords", () => {
  it("rounds to whole years, and numbers faces where there are several", () => {
    expect(pictureWords(english, [face(0.6, 0.2, 1.4)])).toEqual([
      { years: "1", interval: "0–1", sentence: "1 year, most likely 0 to 1" },
    ]);
    const [, second] = pictureWords(french, [face(30, 20, 40), face(1.2, 1, 1)]);
    expect(second).toEqual({
      years: "1",
      interval: "1",
      sentence: "Visage 2\u00a0: 1\u00a0an, le plus probablement de 1 à 1",
    });
  });

  it("gives no number to a face that was refused", () => {
    expect(pictureWords(english, [refused])).toMatchObject([{ years: "?", interval: "" }]);
  });
});

describe("announcement", () => {
  it("says faces from left to right, and when there is none", () => {
    expect(announcement(english, read([face(50, 40, 60, 50), face(20, 10, 30, 0)]))).toMatch(/^Face 1: 20.*Face 2: 50/);
    expect(announcement(english, read([]))).toBe("No face found");
  });

  it("does not count the megabytes of a download aloud", () => {
    const progress = { kind: "download", file: "age-model", loadedBytes: 1_250_000, totalBytes: 4_000_000 } as const;
    const state: ElementState = { kind: "reading", progress };
    expect(statusLine(french, state)).toBe("Chargement\u00a0: 1,3 sur 4,0\u00a0Mo");
    expect(announcement(french, state)).toBe(announcement(french, { kind: "reading" }));
  });
});

it.each(LANGUAGES)("has a sentence in %s for whatever goes wrong", (language) => {
  const errors = [
    ...ERROR_CODES.map((code) => new EngineError(code, "")),
    ...CAMERA_PROBLEMS.map((problem) => new CameraError(problem)),
  ];
  for (const error of errors) expect(statusLine(spoken(language), { kind: "failed", error })).toMatch(/^\p{Lu}.+\.$/u);
});

it("can be imported where there is no browser", async () => {
  expect(typeof HTMLElement).toBe("undefined");
  expect((await import("./index.ts")).AgeLensElement.observedAttributes).toContain("src");
});
