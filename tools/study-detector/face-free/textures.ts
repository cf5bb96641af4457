import { normal, type Random } from "../../degrade/random.ts";

/** Red, green and blue at a place, 0…255; x and y run from 0 to 1. */
export type Texture = (x: number, y: number) => readonly [number, number, number];

/** Textures without a face, by name: each makes one from random numbers. */
export const TEXTURES: Readonly<Record<string, (random: Random) => Texture>> = {
  "coloured blobs": (random) => colours(() => valueNoise(Math.round(within(8, 70, random)), random)),
  "grey blobs": (random) => grey(valueNoise(Math.round(within(4, 60, random)), random)),
  clouds: (random) => grey(fractal(random)),
  "coloured clouds": (random) => colours(() => fractal(random)),
  waves: (random) => grain(grey(waves(random)), within(0, 20, random), random),
  stripes: (random) => grey(stripes(random)),
  grain: (random) => grain(() => [128, 128, 128], within(10, 80, random), random),
  spots: (random) => grain(skinTones(spots(random), random), within(0, 8, random), random),
};

type Field = (x: number, y: number) => number;

/** Random values on a grid of `cells`×`cells`, bilinear between them: 0…1. */
function valueNoise(cells: number, random: Random): Field {
  const side = cells + 1;
  const values = Float32Array.from({ length: side * side }, random);
  const at = (column: number, row: number) => values[row * side + column] as number;
  return (x, y) => {
    const [column, row] = [Math.min(Math.floor(x * cells), cells - 1), Math.min(Math.floor(y * cells), cells - 1)];
    const [right, down] = [x * cells - column, y * cells - row];
    const above = mix(at(column, row), at(column + 1, row), right);
    return mix(above, mix(at(column, row + 1), at(column + 1, row + 1), right), down);
  };
}

/** Value noise of five sizes, each half as strong as the one before. */
function fractal(random: Random): Field {
  const octaves = [3, 6, 12, 24, 48].map((cells) => valueNoise(cells, random));
  return (x, y) => octaves.reduce((sum, octave, index) => sum + octave(x, y) / 2 ** (index + 1), 0);
}

function waves(random: Random): Field {
  const [across, down, phase] = [within(1, 12, random), within(1, 9, random), 2 * Math.PI * random()];
  const depth = within(0.1, 0.5, random);
  return (x, y) => 0.5 + depth * Math.sin(2 * Math.PI * across * x + phase) * Math.cos(2 * Math.PI * down * y);
}

function stripes(random: Random): Field {
  const [angle, count] = [Math.PI * random(), within(3, 40, random)];
  return (x, y) => (Math.sin(2 * Math.PI * count * (x * Math.cos(angle) + y * Math.sin(angle))) > 0 ? 0.8 : 0.2);
}

/** Soft dark spots on a light ground, in rows that are not quite straight. */
function spots(random: Random): Field {
  const places = Array.from({ length: Math.round(within(3, 30, random)) }, () => [random(), random()] as const);
  const size = within(0.02, 0.1, random);
  return (x, y) => {
    const dark = places.reduce((sum, [a, b]) => sum + Math.exp(-((x - a) ** 2 + (y - b) ** 2) / size ** 2), 0);
    return 0.85 - 0.6 * Math.min(dark, 1);
  };
}

function grey(field: Field): Texture {
  return (x, y) => {
    const value = 255 * field(x, y);
    return [value, value, value];
  };
}

function colours(makeField: () => Field): Texture {
  const [red, green, blue] = [makeField(), makeField(), makeField()];
  return (x, y) => [255 * red(x, y), 255 * green(x, y), 255 * blue(x, y)];
}

function skinTones(field: Field, random: Random): Texture {
  const [green, blue] = [within(0.6, 0.85, random), within(0.4, 0.7, random)];
  return (x, y) => {
    const value = 255 * field(x, y);
    return [value, green * value, blue * value];
  };
}

function grain(texture: Texture, deviation: number, random: Random): Texture {
  return (x, y) => {
    const noise = deviation * normal(random);
    const [red, green, blue] = texture(x, y);
    return [red + noise, green + noise, blue + noise];
  };
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

function within(low: number, high: number, random: Random): number {
  return low + (high - low) * random();
}
