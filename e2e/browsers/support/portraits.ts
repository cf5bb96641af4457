import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import type { TestFile } from "../../pages/app-page.ts";
import { encode, group, portraitFile, sidewaysPortrait } from "../../support/pictures.ts";

/** A picture and how many people are in it. */
export interface Portrait {
  readonly file: TestFile;
  readonly people: number;
}

const SAMPLES = join(import.meta.dirname, "../../../public/samples");
/** Pictures in public/samples, whose README.md says where they come from: all are in the public domain. */
const PEOPLE = ["astronaut", "hopper", "mona-lisa"] as const;

/** What is done to each person's picture, with the format in which it is saved. */
const VARIANTS: Readonly<Record<string, readonly ["jpeg" | "png" | "webp" | "avif", (picture: Sharp) => Sharp]>> = {
  "as it is": ["png", (picture) => picture],
  smaller: ["jpeg", (picture) => picture.resize({ width: 230 })],
  larger: ["webp", (picture) => picture.resize({ width: 1024 })],
  mirrored: ["avif", (picture) => picture.flop()],
  leaning: ["png", (picture) => picture.rotate(12, { background: "#777" })],
  grey: ["jpeg", (picture) => picture.greyscale()],
};

/** Twenty-two pictures of 29 faces, the same each time. */
export async function portraits(): Promise<Portrait[]> {
  const alone = PEOPLE.flatMap((person) =>
    Object.entries(VARIANTS).map(([variant, [format, change]]) =>
      encode(change(sharp(join(SAMPLES, `${person}.jpg`))), format, `${person} ${variant}`),
    ),
  );
  return [
    ...[portraitFile(), await sidewaysPortrait(), ...(await Promise.all(alone))].map((file) => ({ file, people: 1 })),
    { file: await group(3, 2), people: 6 },
    { file: await encode(sharp(join(SAMPLES, "three.jpg")), "png", "three"), people: 3 },
  ];
}
