import { beforeAll, describe, expect, it } from "vitest";
import avifUrl from "../../../e2e/fixtures/portrait.avif?url";
import heicUrl from "../../../e2e/fixtures/portrait.heic?url";
import portraitUrl from "../../../e2e/fixtures/portrait.png?url";
import { EngineError, ERROR_CODES } from "../errors.ts";
import { decodeImage } from "./decode.ts";
import { damaged, join, seeded, withBrand, withExif, withFillBytes } from "./testing/bytes.ts";

const SIDE = 96;
const FILES = {
  jpeg: new Uint8Array(),
  png: new Uint8Array(),
  webp: new Uint8Array(),
  avif: new Uint8Array(),
  heic: new Uint8Array(),
};

async function fetchBytes(url: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

async function encoded(picture: ImageBitmap, type: string): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(SIDE, SIDE);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, SIDE, SIDE);
  return new Uint8Array(await (await canvas.convertToBlob({ type, quality: 0.9 })).arrayBuffer());
}

beforeAll(async () => {
  const portrait = await createImageBitmap(new Blob([await fetchBytes(portraitUrl)]));
  for (const kind of ["jpeg", "png", "webp"] as const) FILES[kind] = await encoded(portrait, `image/${kind}`);
  FILES.avif = await fetchBytes(avifUrl);
  FILES.heic = await fetchBytes(heicUrl);
});

/** Size and mean colour of a file's picture. */
async function read(bytes: Uint8Array<ArrayBuffer>) {
  const picture = await decodeImage(new Blob([bytes]));
  const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  context?.drawImage(picture, 0, 0);
  const { data } = context?.getImageData(0, 0, picture.width, picture.height) ?? { data: [] };
  const sums = [0, 0, 0];
  data.forEach((value, k) => {
    if (k % 4 < 3) sums[k % 4] = (sums[k % 4] ?? 0) + value;
  });
  return { size: [picture.width, picture.height], mean: sums.map((sum) => sum / (data.length / 4)) };
}

async function refusal(bytes: Uint8Array<ArrayBuffer>): Promise<EngineError> {
  const error: unknown = await decodeImage(new Blob([bytes])).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof EngineError) return error;
  throw new Error(`no EngineError but ${error}`);
}

describe("what browsers can decode is read", () => {
  it("with fill bytes before markers", async () => {
    const whole = await read(FILES.jpeg);
    expect(await read(withFillBytes(FILES.jpeg, 1))).toEqual(whole);
    expect(await read(withFillBytes(FILES.jpeg, 7))).toEqual(whole);
    expect(await read(join(FILES.jpeg.subarray(0, 2), "\xFF\xFF", FILES.jpeg.subarray(2)))).toEqual(whole);
  });

  it("with EXIF that is broken, or elsewhere than usual", async () => {
    const whole = await read(FILES.jpeg);
    expect(await read(withExif(FILES.jpeg, "II*\0\xFF\xFF\xFF\0"))).toEqual(whole);
    const turned = `II*\0\x14\0\0\0${"\0".repeat(12)}\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0`;
    expect((await read(withExif(FILES.jpeg, turned))).size).toEqual(whole.size);
  });

  it("without the marker at its end, but not without a part of the picture", async () => {
    const { jpeg } = FILES;
    expect(await read(jpeg.subarray(0, -2))).toEqual(await read(jpeg));
    expect((await refusal(jpeg.subarray(0, jpeg.length / 2))).code).toBe("damaged-image");
  });

  it.each(["mif1", "miaf", "MA1B"])("with %s as the first brand of AVIF", async (brand) => {
    expect(await read(withBrand(FILES.avif, brand))).toEqual(await read(FILES.avif));
  });

  it("as HEIC, also where the browser cannot", async () => {
    const { size, mean } = await read(FILES.heic);
    const portrait = await read(await fetchBytes(portraitUrl));
    expect(size).toEqual([320, 280]);
    for (const [k, value] of mean.entries()) expect(Math.abs(value - (portrait.mean[k] ?? 0))).toBeLessThan(3);
  });

  it("as HEIC in Display P3, whose reds are stronger than sRGB's", async () => {
    const name = [..."Display P3"].map((letter) => `\0${letter}`).join("");
    const { mean } = await read(join(FILES.heic, `\0\0\0\x1Cfree${name}`));
    expect(mean[0]).toBeGreaterThan(((await read(FILES.heic)).mean[0] ?? 0) + 1);
  });
});

describe("what cannot be decoded is named for what it is", () => {
  it.each([
    ["", "empty-file", undefined],
    ["Dear diary, today", "not-an-image", undefined],
    ["%PDF-1.7", "not-an-image", undefined],
    ["\0\0\0\x18ftypisom\0\0\x02\0isommp42", "not-an-image", undefined],
    ["II*\0\x08\0\0\0", "unsupported-image", "TIFF"],
    ["\xFF\x0A\xFA\x1F", "unsupported-image", "JPEG XL"],
    ["<svg xmlns='http://www.w3.org/2000/svg'", "unsupported-image", "SVG"],
    ["\0\0\0\x18ftypheic\0\0\0\0mif1heic", "damaged-image", undefined],
  ])("%j: %s %s", async (text, code, about) => {
    expect(await refusal(join(text))).toMatchObject({ code, about });
  });

  it("with the true figure where there are too many pixels", async () => {
    const header = "\0\0\x75\x30\0\0\x75\x30\x08\x02\0\0\0";
    const bytes = join("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", header, "\0\0\0\0\0\0\0\0IDAT");
    expect(await refusal(bytes)).toMatchObject({ code: "image-too-large", about: "900" });
  });
});

it("10,000 damaged files give no hang and no error without a code", async () => {
  const random = seeded(7);
  const kinds = ["jpeg", "png", "webp", "avif"] as const;
  const counts = new Map<string, number>();
  for (let k = 0; k < 10_000; k++) {
    const bytes = damaged(FILES[kinds[k % kinds.length] ?? "jpeg"], random);
    const outcome = await decodeImage(new Blob([bytes])).then(
      (picture) => {
        picture.close();
        return "read";
      },
      (error: unknown) => (error instanceof EngineError ? error.code : String(error)),
    );
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  console.info("damaged files:", Object.fromEntries(counts));
  expect([...counts.keys()].filter((code) => code !== "read" && !ERROR_CODES.some((known) => known === code))).toEqual(
    [],
  );
  expect(counts.get("internal")).toBeUndefined();
});

it("damaged HEIC files, too", async () => {
  const random = seeded(11);
  for (let k = 0; k < 300; k++) {
    const error: unknown = await decodeImage(new Blob([damaged(FILES.heic, random)])).catch(
      (reason: unknown) => reason,
    );
    if (!(error instanceof ImageBitmap)) expect(error, `file ${k}`).toBeInstanceOf(EngineError);
  }
});
