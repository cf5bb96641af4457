import { describe, expect, it } from "vitest";
import published from "../../../public/models/manifest.json" with { type: "json" };
import { EngineError } from "../errors.ts";
import { findModel, parseManifest } from "./manifest.ts";

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

  it("says which models there are when one is unknown", () => {
    expect(() => findModel(parseManifest(copy()), "nope")).toThrow(published.defaultModel);
    expect(codeOf(() => findModel(parseManifest(copy()), "nope"))).toBe("unknown-model");
  });
});
