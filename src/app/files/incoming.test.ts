import { describe, expect, it } from "vitest";
import { isPicture, sortFiles } from "./incoming.ts";

const incoming = (...files: readonly [name: string, type: string][]) =>
  files.map(([name, type]) => ({ file: new File(["x"], name, { type }) }));

describe("isPicture", () => {
  it("goes by the type, and by the name where systems know none", () => {
    expect(isPicture({ name: "a", type: "image/jpeg" })).toBe(true);
    for (const name of ["IMG.HEIC", "a.avif", "b.jxl", "c.TIF"]) expect(isPicture({ name, type: "" })).toBe(true);
    expect(isPicture({ name: "Thumbs.db", type: "" })).toBe(false);
    expect(isPicture({ name: "._a.jpg", type: "image/jpeg" })).toBe(false);
  });
});

describe("sortFiles", () => {
  it("lets no file vanish", () => {
    const { pictures, leftOut } = sortFiles(
      incoming(["a.jpg", "image/jpeg"], ["b.heic", ""], ["notes.txt", "text/plain"], ["c.avif", ""]),
    );
    expect(pictures.map(({ name }) => name)).toEqual(["a.jpg", "b.heic", "c.avif"]);
    expect(leftOut).toEqual(["notes.txt"]);
  });

  it("hands on everything where nothing claims to be a picture", () => {
    const { pictures, leftOut } = sortFiles(incoming(["a.txt", "text/plain"], ["b", ""]));
    expect(pictures.map(({ name }) => name)).toEqual(["a.txt", "b"]);
    expect(leftOut).toEqual([]);
  });
});
