import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { lacksEnd } from "./endless-jpeg.ts";

async function noise(progressive: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: "#777", noise: NOISE } });
  return new Uint8Array(await picture.jpeg({ progressive }).toBuffer());
}

const NOISE = { type: "gaussian", mean: 128, sigma: 60 } as const;

function join(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe.each([false, true])("a JPEG file, progressive: %s", (progressive) => {
  it("has its end, whatever follows it", async () => {
    const whole = await noise(progressive);
    expect(lacksEnd(whole)).toBe(false);
    expect(lacksEnd(join(whole, new Uint8Array([0, 0, 1, 2, 3])))).toBe(false);
  });

  it("lacks its end wherever it is cut", async () => {
    const whole = await noise(progressive);
    for (const share of [0.1, 0.4, 0.8, 0.99]) {
      expect(lacksEnd(whole.subarray(0, Math.floor(whole.length * share)))).toBe(true);
    }
    expect(lacksEnd(whole.subarray(0, whole.length - 2))).toBe(true);
  });

  it("does not take the end of a preview in its header for its own", async () => {
    const whole = await noise(progressive);
    const preview = await noise(false);
    const length = preview.length + 2;
    const segment = join(new Uint8Array([0xff, 0xe1, length >> 8, length & 0xff]), preview);
    const withPreview = join(whole.subarray(0, 2), segment, whole.subarray(2));
    expect(lacksEnd(withPreview)).toBe(false);
    expect(lacksEnd(withPreview.subarray(0, withPreview.length - 2))).toBe(true);
  });
});
