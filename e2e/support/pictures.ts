import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import type { TestFile } from "../pages/app-page.ts";

const PORTRAIT = join(import.meta.dirname, "../fixtures/portrait.png");

/** The public-domain portrait that every test picture is made of. */
export const portrait = () => sharp(PORTRAIT);

/** Formats that the app promises to read. */
export const FORMATS = ["jpeg", "png", "webp", "avif"] as const;

export async function encode(picture: Sharp, format: (typeof FORMATS)[number], name = "picture"): Promise<TestFile> {
  const buffer = await picture.toFormat(format, { quality: 90 }).toBuffer();
  return { name: `${name}.${format}`, mimeType: `image/${format}`, buffer };
}

/** The portrait stored lying on its side, with the EXIF note that says how to turn it. */
export async function sidewaysPortrait(): Promise<TestFile> {
  const buffer = await portrait().rotate(-90).jpeg({ quality: 95 }).withMetadata({ orientation: 6 }).toBuffer();
  return { name: "sideways.jpg", mimeType: "image/jpeg", buffer };
}

/** Head and shoulders of the portrait: the suit's badge further down is at times taken for a face. */
const HEAD = { left: 50, top: 0, width: 190, height: 200 };

/** A group: the portrait's head `columns` × `rows` times, every second one mirrored. */
export async function group(columns: number, rows: number): Promise<TestFile> {
  const { width, height } = HEAD;
  const upright = await portrait().extract(HEAD).toBuffer();
  const mirrored = await sharp(upright).flop().toBuffer();
  const tiles = Array.from({ length: columns * rows }, (_, index) => ({
    input: index % 2 === 0 ? upright : mirrored,
    left: (index % columns) * width,
    top: Math.floor(index / columns) * height,
  }));
  const canvas = sharp({ create: { width: columns * width, height: rows * height, channels: 3, background: "#888" } });
  return encode(canvas.composite(tiles), "jpeg", "group");
}

/** Ways to spoil the portrait, each enough to fail its check. */
export const SPOILED = {
  "too dark": () => lossless(portrait().linear(0.25, 0), "dark"),
  "too blurry": () => lossless(portrait().blur(1.45), "blurry"),
  "hopelessly blurry": () => lossless(portrait().blur(4), "hopeless"),
  "too noisy": () => grainy(25),
  "too small": () => lossless(portrait().resize({ width: 240 }), "small"),
  "too bright": () => lossless(portrait().linear(1.8, 0), "bright"),
} as const;

/** The portrait with most of the face burnt out: too little left to read an age from. */
export const glaring = () => lossless(portrait().linear(2.6, 0), "glaring");

/** Every pixel as it is: a palette would add grain. */
async function lossless(picture: Sharp, name: string): Promise<TestFile> {
  return { name: `${name}.png`, mimeType: "image/png", buffer: await picture.png().toBuffer() };
}

/** The portrait with Gaussian noise of deviation `sigma` on every channel, the same each time. */
async function grainy(sigma: number): Promise<TestFile> {
  const { data, info } = await portrait().removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let state = 1;
  const uniform = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const noisy = Uint8ClampedArray.from(data, (value) => {
    const gaussian = Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    return value + sigma * gaussian;
  });
  return lossless(sharp(noisy, { raw: info }), "grainy");
}

/** A picture without any face. */
export async function emptyScene(): Promise<TestFile> {
  const gradient = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><defs><linearGradient id="g" x2="1" y2="1">` +
      `<stop stop-color="#274"/><stop offset="1" stop-color="#ade"/></linearGradient></defs>` +
      `<rect width="640" height="480" fill="url(#g)"/></svg>`,
  );
  return encode(sharp(gradient), "png", "meadow");
}

/** Two dots and a bow in a circle. */
export async function smiley(): Promise<TestFile> {
  const drawing = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#ffd24d"/>` +
      `<circle cx="320" cy="240" r="148" fill="#fc3" stroke="black" stroke-width="5"/>` +
      `<circle cx="270" cy="200" r="20"/><circle cx="370" cy="200" r="20"/>` +
      `<path d="M249 293 A76 76 0 0 0 391 293" fill="none" stroke="black" stroke-width="7"/></svg>`,
  );
  return encode(sharp(drawing), "png", "smiley");
}

/** Coloured noise of ten pixels, smoothed; the same on every machine. */
export async function colouredBlobs(): Promise<TestFile> {
  let state = 1;
  const cells = Uint8Array.from({ length: 64 * 48 * 3 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state % 256;
  });
  const noise = sharp(cells, { raw: { width: 64, height: 48, channels: 3 } });
  return encode(noise.resize(640, 480, { kernel: "cubic" }), "png", "blobs");
}

/** A file with `bytes` that claims to be a JPEG. */
export function claimedJpeg(bytes: Uint8Array, name: string): TestFile {
  return { name, mimeType: "image/jpeg", buffer: Buffer.from(bytes) };
}

/** The first share of a good JPEG's bytes. */
export async function truncatedJpeg(share: number): Promise<TestFile> {
  const whole = await encode(portrait(), "jpeg");
  return claimedJpeg(whole.buffer.subarray(0, Math.round(whole.buffer.length * share)), "truncated.jpg");
}

/** A valid picture of one colour. */
export async function flatPicture(width: number, height: number): Promise<TestFile> {
  const buffer = await sharp({ create: { width, height, channels: 3, background: "#555" }, limitInputPixels: false })
    .png({ palette: true, colours: 2 })
    .toBuffer();
  return { name: `${width}x${height}.png`, mimeType: "image/png", buffer };
}

/** Bytes of the portrait as it lies in the repository. */
export const portraitFile = (): TestFile => ({
  name: "portrait.png",
  mimeType: "image/png",
  buffer: readFileSync(PORTRAIT),
});
