import { expect, test } from "vitest";
import { gaussianBlur, lineKernel, motionBlur } from "./blur.ts";
import { downSample, gaussianNoise, jpeg, saltAndPepper } from "./camera.ts";
import { darkenMidTones, expose, flatten, glare } from "./light.ts";
import { type BytePicture, toRgba } from "./picture.ts";
import { seededRandom } from "./random.ts";

const pictureOf = (width: number, values: number[]): BytePicture => ({
  width,
  height: values.length / 3 / width,
  data: new Uint8ClampedArray(values),
});

const flat = (size: number, value: number) => pictureOf(size, new Array(size * size * 3).fill(value));

/** Black, with one white pixel in the middle. */
function dot(size: number): BytePicture {
  const picture = flat(size, 0);
  const middle = 3 * (Math.floor(size / 2) * size + Math.floor(size / 2));
  picture.data.fill(255, middle, middle + 3);
  return picture;
}

const sumOf = ({ data }: BytePicture) => data.reduce((sum, value) => sum + value, 0);

test("exposure scales, rounds and clips", () => {
  expect([...expose(pictureOf(1, [10, 101, 200]), 0.25).data]).toEqual([2, 25, 50]);
  expect([...expose(pictureOf(1, [10, 100, 200]), 1.5).data]).toEqual([15, 150, 255]);
});

test("gamma darkens mid-tones and leaves the ends", () => {
  expect([...darkenMidTones(pictureOf(1, [0, 128, 255]), 2).data]).toEqual([0, 64, 255]);
});

test("fog moves values towards the mean", () => {
  expect([...flatten(pictureOf(1, [50, 100, 150]), 0.2).data]).toEqual([90, 100, 110]);
});

test("glare is strongest at one upper corner and gone at the opposite one", () => {
  const { data } = glare(flat(100, 40), 0.8, seededRandom("lamp"));
  const corners = [0, 99, 9900, 9999].map((pixel) => data[3 * pixel] as number);
  const [brightest = 0, ...others] = corners.toSorted((a, b) => b - a);
  expect(Math.abs(brightest - (255 - 215 * 0.2))).toBeLessThan(2);
  expect(corners.indexOf(brightest)).toBeLessThan(2);
  expect(others.at(-1)).toBeLessThan(50);
});

test("Gaussian noise has the deviation asked for", () => {
  const { data } = gaussianNoise(flat(100, 128), 10, seededRandom("noise"));
  const variance = data.reduce((sum, value) => sum + (value - 128) ** 2, 0) / data.length;
  expect(Math.abs(Math.sqrt(variance) - 10)).toBeLessThan(0.2);
});

test("salt and pepper hit whole pixels, as many as asked for", () => {
  const { data } = saltAndPepper(flat(100, 128), 0.1, seededRandom("salt"));
  const pixels = Array.from({ length: 10_000 }, (_, pixel) => [...data.subarray(3 * pixel, 3 * pixel + 3)].join());
  const count = (colour: string) => pixels.filter((pixel) => pixel === colour).length;
  expect(count("0,0,0") + count("128,128,128") + count("255,255,255")).toBe(10_000);
  expect(count("0,0,0") / 10_000).toBeCloseTo(0.05, 1);
  expect(count("255,255,255") / 10_000).toBeCloseTo(0.05, 1);
});

test("a line's kernel sums to its length and lies on the line", () => {
  const { kernel, scale } = lineKernel(5, 0);
  expect([...Array.from(kernel).slice(10, 15)]).toEqual([1, 1, 1, 1, 1]);
  expect(scale).toBe(5);
  const slanted = Array.from(lineKernel(9, 0.7).kernel);
  expect(slanted.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(9);
  expect(slanted).toHaveLength(81);
});

test.each([
  ["focus", (picture: BytePicture) => gaussianBlur(picture, 2)],
  ["shake", (picture: BytePicture) => motionBlur(picture, 9, seededRandom("shake"))],
])("%s spreads a dot without losing light", async (_, blur) => {
  const blurred = await blur(dot(31));
  expect(Math.max(...blurred.data)).toBeLessThan(60);
  expect(Math.abs(sumOf(blurred) / (3 * 255) - 1)).toBeLessThan(0.2);
  expect((await blur(flat(31, 90))).data.every((value) => value === 90)).toBe(true);
});

test("JPEG keeps the size and damages more at lower quality", async () => {
  const noisy = saltAndPepper(flat(32, 128), 0.3, seededRandom("jpeg"));
  const damage = ({ data }: BytePicture) =>
    data.reduce((sum, value, index) => sum + Math.abs(value - (noisy.data[index] as number)), 0);
  const [good, bad] = await Promise.all([jpeg(noisy, 95), jpeg(noisy, 5)]);
  expect([good.width, good.height]).toEqual([32, 32]);
  expect(damage(bad)).toBeGreaterThan(2 * damage(good));
});

test("down-sampling scales both sides", async () => {
  const small = await downSample(flat(40, 77), 0.25);
  expect([small.width, small.height, small.data.length]).toEqual([10, 10, 300]);
  expect(small.data.every((value) => value === 77)).toBe(true);
});

test("the alpha channel is opaque", () => {
  expect([...toRgba(pictureOf(2, [1, 2, 3, 4, 5, 6])).data]).toEqual([1, 2, 3, 255, 4, 5, 6, 255]);
});
