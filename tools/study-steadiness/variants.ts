import sharp, { type Sharp } from "sharp";

const CROPPED_PX = 3;

/** The same picture as people send it on, from its upright pixels: nothing that changes how old anybody looks. */
export const VARIANTS = {
  "saved again (JPEG 90)": async (picture: Sharp) => picture.jpeg({ quality: 90 }),
  "scaled to 98 %": async (picture: Sharp) => {
    const { width } = await sizeOf(picture);
    return picture.resize({ width: Math.round(0.98 * width) }).png();
  },
  "cropped by 3 px": async (picture: Sharp) => {
    const { width, height } = await sizeOf(picture);
    const [left, top] = [CROPPED_PX, CROPPED_PX];
    return picture.extract({ left, top, width: width - left, height: height - top }).png();
  },
  mirrored: async (picture: Sharp) => picture.flop().png(),
} as const satisfies Record<string, (picture: Sharp) => Promise<Sharp>>;

export type VariantName = keyof typeof VARIANTS;

export const VARIANT_NAMES = Object.keys(VARIANTS) as VariantName[];

/** The upright pixels of a file, without loss. */
export async function upright(file: string): Promise<Buffer> {
  return sharp(file).autoOrient().png().toBuffer();
}

/** The bytes of a variant of a PNG file's picture. */
export async function variantOf(png: Buffer, name: VariantName): Promise<Buffer> {
  return (await VARIANTS[name](sharp(png))).toBuffer();
}

async function sizeOf(picture: Sharp): Promise<{ width: number; height: number }> {
  const { width, height } = await picture.metadata();
  return { width, height };
}
