import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { checkHeader } from "./header.ts";

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#777" }, limitInputPixels: false });

describe("checkHeader", () => {
  it.each(["jpeg", "png", "webp", "avif", "gif"] as const)("accepts %s", async (format) => {
    const file = await flat(40, 30).toFormat(format).toBuffer();
    expect(() => checkHeader(file)).not.toThrow();
  });

  it("refuses an empty file, a text, and a kind that browsers cannot read", async () => {
    expect(() => checkHeader(new Uint8Array())).toThrow(/empty/);
    expect(() => checkHeader(new TextEncoder().encode("Dear diary, today"))).toThrow(/not a picture/);
    const tiff = await flat(40, 30).tiff().toBuffer();
    expect(() => checkHeader(tiff)).toThrow(/TIFF/);
  });

  it("refuses what is too large or too small to read, with its size", async () => {
    const huge = await flat(10_000, 10_000).png().toBuffer();
    expect(() => checkHeader(huge)).toThrow(/100 megapixels/);
    const speck = await flat(1, 1).png().toBuffer();
    expect(() => checkHeader(speck)).toThrow(/1 × 1/);
  });
});
