import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { type FaceAges, movesOf, movesTable } from "./moves.ts";
import { VARIANT_NAMES, variantOf } from "./variants.ts";

const faces = Array.from({ length: 10 }, (_, k): FaceAges => {
  const variants = { "saved again (JPEG 90)": 30 - k, "scaled to 98 %": 30, "cropped by 3 px": 30, mirrored: null };
  return { filename: `${k}.png`, asItIs: 30, variants };
});

describe("moves of readings", () => {
  it("count years either way", () => {
    expect(movesOf(faces, "saved again (JPEG 90)")).toEqual({ median: 4.5, ninetieth: 8, largest: 9, lost: 0 });
    expect(movesOf(faces, "scaled to 98 %").largest).toBe(0);
  });

  it("tell faces that are lost", () => {
    const some = faces.map((face, k) => ({ ...face, variants: { ...face.variants, mirrored: k < 4 ? 31 : null } }));
    expect(movesOf(some, "mirrored")).toMatchObject({ median: 1, lost: 0.6 });
    expect(movesTable(some)).toContain("60.0 %");
  });
});

describe("variants", () => {
  it("have the sizes that their names say", async () => {
    const png = await sharp({ create: { width: 100, height: 50, channels: 3, background: "#777" } })
      .png()
      .toBuffer();
    const sizes = await Promise.all(
      VARIANT_NAMES.map(async (name) => {
        const { width, height } = await sharp(await variantOf(png, name)).metadata();
        return [width, height];
      }),
    );
    expect(sizes).toEqual([
      [100, 50],
      [98, 49],
      [97, 47],
      [100, 50],
    ]);
  });

  it("mirror from left to right", async () => {
    const png = await sharp(Buffer.from([255, 0, 0, 0, 0, 255]), { raw: { width: 2, height: 1, channels: 3 } })
      .png()
      .toBuffer();
    const { data } = await sharp(await variantOf(png, "mirrored"))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([...data]).toEqual([0, 0, 255, 255, 0, 0]);
  });
});
