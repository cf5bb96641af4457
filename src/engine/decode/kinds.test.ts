import { readFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { kindOf } from "./kinds.ts";
import { largestMegapixels, sizeInHeader } from "./size.ts";
import { damaged, join, seeded, withBrand } from "./testing/bytes.ts";

const FIXTURES = joinPath(import.meta.dirname, "../../../e2e/fixtures");
const fixture = (name: string) => new Uint8Array(readFileSync(joinPath(FIXTURES, name)));
const flat = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#777" } });

describe("kindOf", () => {
  it.each([
    ["jpeg", "JPEG"],
    ["png", "PNG"],
    ["webp", "WebP"],
    ["avif", "AVIF"],
    ["gif", "GIF"],
    ["tiff", "TIFF"],
  ] as const)("knows %s", async (format, kind) => {
    expect(kindOf(await flat(40, 30).toFormat(format).toBuffer())).toBe(kind);
  });

  it.each([
    ["\xFF\x0A", "JPEG XL"],
    ["\0\0\0\x0CJXL \r\n", "JPEG XL"],
    ["%PDF-1.7", "PDF"],
    ["\0\0\0\x18ftypisom\0\0\x02\0isommp42", "film"],
    ["\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "HEIC"],
    ["\0\0\0\x18ftypmif1\0\0\0\0mif1miaf....hvcC", "HEIC"],
    ["\0\0\0\x18ftypmif1\0\0\0\0mif1miaf....av01", "AVIF"],
    ["<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"],
    ["\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- drawn -->\n<!DOCTYPE svg>\n<svg:svg>", "SVG"],
    ["<html><svg/></html>", undefined],
    ["Dear diary, today", undefined],
    ["", undefined],
  ])("knows what begins with %j", (text, kind) => {
    expect(kindOf(join(text))).toBe(kind);
  });

  it.each(["avif", "mif1", "miaf", "MA1B", "avis"])("knows AVIF whose first brand is %s", (brand) => {
    expect(kindOf(withBrand(fixture("portrait.avif"), brand))).toBe("AVIF");
  });

  it("knows what iPhones record", () => {
    expect(kindOf(fixture("portrait.heic"))).toBe("HEIC");
  });
});

describe("sizeInHeader", () => {
  it("is known before anything is decoded, or not at all", async () => {
    expect(sizeInHeader(await flat(40, 30).png().toBuffer())).toEqual({ width: 40, height: 30 });
    expect(sizeInHeader(fixture("portrait.heic"))).toEqual({ width: 320, height: 280 });
    expect(sizeInHeader(join("Dear diary"))).toBeUndefined();
    expect(sizeInHeader(new Uint8Array())).toBeUndefined();
  });
});

it("large pictures are tried where the browser tells of much memory", () => {
  expect([undefined, 4, 8, 32].map(largestMegapixels)).toEqual([64, 64, 220, 220]);
});

it("nothing that is damaged makes looking at headers throw, or last", async () => {
  const whole = await Promise.all(
    ["jpeg", "png", "webp"].map((format) =>
      flat(64, 48)
        .toFormat(format as "png")
        .toBuffer(),
    ),
  );
  const files = [...whole, fixture("portrait.avif"), fixture("portrait.heic")];
  const random = seeded(1);
  for (let k = 0; k < 5000; k++) {
    const file = damaged(files[k % files.length] ?? new Uint8Array(), random);
    const began = performance.now();
    kindOf(file);
    sizeInHeader(file);
    expect(performance.now() - began, `file ${k}`).toBeLessThan(1000);
  }
});
