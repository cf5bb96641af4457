import { existsSync } from "node:fs";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { seededRandom } from "../../degrade/random.ts";
import { prepareFolder } from "../../shared/output.ts";
import { DRAWING_SIZE, DRAWINGS } from "./drawings.ts";
import { TEXTURES, type Texture } from "./textures.ts";

/** Draws `count` PNG files of each kind into `folder`: the same ones for the same `seed`. What is there is kept. */
export async function drawPictures(folder: string, seed: string, count: number): Promise<void> {
  prepareFolder(folder);
  for (let number = 0; number < count; number++) {
    const place = (kind: string) => join(folder, `${kind} ${number}.png`);
    const random = (kind: string) => seededRandom(`${seed} ${kind} ${number}`);
    for (const [kind, draw] of Object.entries(DRAWINGS)) await save(place(kind), () => drawSvg(draw(random(kind))));
    for (const [kind, make] of Object.entries(TEXTURES)) await save(place(kind), () => paint(make(random(kind))));
  }
}

async function save(path: string, draw: () => Sharp): Promise<void> {
  if (!existsSync(path)) await draw().toFile(path);
}

function drawSvg(inside: string): Sharp {
  const { width, height } = DRAWING_SIZE;
  return sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inside}</svg>`),
  )
    .removeAlpha()
    .png();
}

function paint(texture: Texture): Sharp {
  const { width, height } = DRAWING_SIZE;
  const data = new Uint8ClampedArray(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    data.set(texture((pixel % width) / width, Math.floor(pixel / width) / height), 3 * pixel);
  }
  return sharp(data, { raw: { width, height, channels: 3 } }).png();
}
