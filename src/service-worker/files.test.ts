import { describe, expect, it } from "vitest";
import { type AppFiles, fileAt, storageKey, storageKeys } from "./files.ts";

const scope = "https://example.test/age/";
const files: AppFiles = {
  needed: { "index.html": "a+/=", "assets/page.js": "b" },
  onDemand: { "models/other/weights.bin": "c" },
};

describe("fileAt", () => {
  it("knows the app's files, whatever the address' parameters", () => {
    expect(fileAt(`${scope}?backend=wasm#compare`, scope, files)).toEqual({ path: "index.html", hash: "a+/=" });
    expect(fileAt(`${scope}assets/page.js`, scope, files)).toEqual({ path: "assets/page.js", hash: "b" });
    expect(fileAt(`${scope}models/other/weights.bin`, scope, files)?.hash).toBe("c");
  });

  it("leaves everything else alone", () => {
    expect(fileAt(`${scope}harness.html`, scope, files)).toBeUndefined();
    expect(fileAt("https://example.test/assets/page.js", scope, files)).toBeUndefined();
    expect(fileAt("https://other.test/age/index.html", scope, files)).toBeUndefined();
  });
});

it("stores each content under an address of its own", () => {
  const before = storageKey({ path: "index.html", hash: "a+/=" }, scope);
  expect(before).toBe(`${scope}index.html?content=a%2B%2F%3D`);
  expect(storageKey({ path: "index.html", hash: "d" }, scope)).not.toBe(before);
  expect(storageKeys(files, scope)).toEqual(
    new Set([before, `${scope}assets/page.js?content=b`, `${scope}models/other/weights.bin?content=c`]),
  );
});
