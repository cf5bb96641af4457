import { describe, expect, it } from "vitest";
import published from "../../../public/models/manifest.json" with { type: "json" };
import { EngineError } from "../errors.ts";
import { findGenderModel, findModel, parseManifest } from "./manifest.ts";

const copy = () => structuredClone(published) as Record<string, unknown> & typeof published;

function codeOf(action: () => unknown): string | undefined {
  try {
    action();
  } catch (error) {
    return error instanceof EngineError ? error.code : `not an EngineError: ${error}`;
  }
}

describe("the manifest", () => {
  it("accepts the published one, and its default model exists", () => {
    const manifest = parseManifest(copy());
    expect(findModel(manifest).id).toBe(manifest.defaultModel);
    expect(findModel(manifest).parameters).toBeLessThan(1_000_000);
  });

  it("names the field that is wrong", () => {
    const broken = copy();
    Object.assign(broken.models[0] as object, { decode: "mode" });
    expect(() => parseManifest(broken)).toThrow(/models\.0\.decode/);
    expect(codeOf(() => parseManifest(broken))).toBe("manifest-invalid");
  });

  it("refuses files outside of its folder", () => {
    const broken = copy();
    Object.assign(broken.detector, { path: "../secret" });
    expect(codeOf(() => parseManifest(broken))).toBe("manifest-invalid");
  });

  it("wants a calibration of every model that says an age", () => {
    const broken = copy();
    Object.assign(broken.models[0] as object, { calibration: undefined });
    expect(() => parseManifest(broken)).toThrow(/models\.0\.calibration/);
  });

  it("wants the spread of the errors of every regression", () => {
    const broken = copy();
    Object.assign(broken.models[0] as object, { head: { kind: "age-regression" } });
    expect(() => parseManifest(broken)).toThrow(/spread/);
  });

  it("keeps models for a second reading apart from those that say an age", () => {
    const both = copy();
    const [first] = both.models;
    const { calibration: _, decode: __, ...rest } = first as NonNullable<typeof first>;
    Object.assign(both, {
      models: [first, { ...rest, id: "gender", head: { kind: "gender", classes: ["male", "female"] } }],
    });
    const manifest = parseManifest(both);
    expect(findGenderModel(manifest)?.id).toBe("gender");
    expect(codeOf(() => findModel(manifest, "gender"))).toBe("unknown-model");
    expect(findGenderModel(parseManifest({ ...copy(), models: [first] }))).toBeUndefined();
  });

  it("says which models there are when one is unknown", () => {
    expect(() => findModel(parseManifest(copy()), "nope")).toThrow(published.defaultModel);
    expect(codeOf(() => findModel(parseManifest(copy()), "nope"))).toBe("unknown-model");
  });
});
