import { clamp } from "../../src/math/index.ts";
import { gaussianBlur } from "../degrade/blur.ts";
import { expose } from "../degrade/light.ts";
import { type BytePicture, mapValues, throughSharp } from "../degrade/picture.ts";
import { normal, type Random, seededRandom } from "../degrade/random.ts";

/** What a hand-held camera in a living room does to its picture, as standard deviations from frame to frame. */
const UNSTEADY = { shift: 0.012, turnDegrees: 2, zoom: 0.025, exposure: 0.2 };
/** Sensor noise in grey levels of 255, and focus in pixels: anything between these. */
const NOISE = { least: 4, most: 14 };
const BLUR_PX = { least: 0.4, most: 2.2 };
/** Standard normal numbers to draw noise from; a prime count, so that no pattern of rows appears. */
const NOISE_TABLE = noiseTable(65_537);
/** The margin in which the picture moves, in its longer sides. */
const MARGIN = 0.2;

/**
 * Frame number `index` of somebody who holds still before a bad camera: shifted, turned, zoomed, exposed, out of focus and
 * noisy by chance, always the same for the same `seed`. As large as `picture`.
 */
export async function noisyFrame(picture: BytePicture, index: number, seed: string): Promise<BytePicture> {
  const random = seededRandom(`${seed} ${index}`);
  const moved = await shake(picture, random);
  const focused = await gaussianBlur(moved, within(BLUR_PX, random));
  const exposed = expose(focused, Math.exp(UNSTEADY.exposure * normal(random)));
  return grain(exposed, within(NOISE, random), random);
}

/** Sensor noise of deviation `sigma` grey levels from the table: a video needs a hundred million of such numbers. */
function grain(picture: BytePicture, sigma: number, random: Random): BytePicture {
  const start = Math.floor(random() * NOISE_TABLE.length);
  return mapValues(
    picture,
    (value, index) => value + sigma * (NOISE_TABLE[(start + index) % NOISE_TABLE.length] as number),
  );
}

function noiseTable(size: number): Float32Array {
  const random = seededRandom("sensor noise");
  return Float32Array.from({ length: size }, () => normal(random));
}

async function shake(picture: BytePicture, random: Random): Promise<BytePicture> {
  const { width, height } = picture;
  const angle = (UNSTEADY.turnDegrees * normal(random) * Math.PI) / 180;
  const zoom = Math.exp(UNSTEADY.zoom * normal(random));
  const [cos, sin] = [zoom * Math.cos(angle), zoom * Math.sin(angle)];
  const margin = Math.ceil(MARGIN * Math.max(width, height));
  const wide = await throughSharp(picture, (image) =>
    image.extend({ top: margin, bottom: margin, left: margin, right: margin, extendWith: "copy" }),
  );
  const turned = await throughSharp(wide, (image) => image.affine([cos, -sin, sin, cos], { interpolator: "bilinear" }));
  const start = (outer: number, inner: number) => {
    const middle = (outer - inner) / 2 + UNSTEADY.shift * inner * normal(random);
    return Math.round(clamp(middle, 0, outer - inner));
  };
  const left = start(turned.width, width);
  const top = start(turned.height, height);
  return throughSharp(turned, (image) => image.extract({ left, top, width, height }));
}

function within({ least, most }: { least: number; most: number }, random: Random): number {
  return least + (most - least) * random();
}
