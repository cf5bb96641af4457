import { describe, expect, it } from "vitest";
import { type DecodableModel, decodeFace } from "./decode-heads.ts";
import type { AgeHead, Head } from "./heads.ts";

const calibration = { level: 0.8, mass: 0.8, spread: 5 };
const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);

function read(head: AgeHead, output: number[], rest: Partial<DecodableModel> = {}) {
  const { age } = decodeFace([new Float32Array(output)], { head, calibration, ...rest });
  if (age?.status !== "estimated") throw new Error("no reading");
  return age;
}

describe("age-posterior", () => {
  const head: AgeHead = { kind: "age-posterior", bins: 4 };

  it("is the posterior, read by its median unless its mean is asked for", () => {
    expect(read(head, [0, 0.25, 0.75, 0]).years).toBeCloseTo(1.833, 3);
    expect(read(head, [0, 0.25, 0.75, 0], { decode: "mean" }).years).toBeCloseTo(1.75, 6);
  });

  it("is refused when there are no numbers", () => {
    expect(decodeFace([new Float32Array([Number.NaN, 1])], { head, calibration }).age).toEqual({
      status: "refused",
      reason: "not-finite",
    });
  });
});

describe("age-regression", () => {
  const head: AgeHead = { kind: "age-regression" };

  it("is the number itself, spread as Laplace's distribution", () => {
    const { years, posterior, interval } = read(head, [40.25]);
    expect(years).toBe(40.25);
    expect(sum(posterior)).toBeCloseTo(1, 6);
    const halfWidth = -5 * Math.log(1 - calibration.mass);
    expect(interval.low).toBeCloseTo(40.25 - halfWidth, 0);
    expect(interval.high).toBeCloseTo(40.25 + halfWidth, 0);
    expect(posterior[40]).toBeCloseTo(1 - (Math.exp(-0.75 / 5) + Math.exp(-0.25 / 5)) / 2, 6);
  });

  it("gives everything below 0 to age 0 and everything above 100 to age 100", () => {
    expect(read(head, [-3]).years).toBe(0);
    expect(read(head, [-3]).interval.low).toBe(0);
    expect(sum(read(head, [120]).posterior)).toBeCloseTo(1, 6);
    expect(read(head, [120]).years).toBe(100);
  });
});

describe("age-classes", () => {
  const head: AgeHead = { kind: "age-classes", ages: [20, 21, 22] };

  it("puts each class at its own age and leaves all others out", () => {
    const { posterior, years } = read(head, [0, 0.25, 0.75]);
    expect([posterior[20], posterior[21], posterior[22], posterior[23]]).toEqual([0, 0.25, 0.75, 0]);
    expect(posterior).toHaveLength(101);
    expect(years).toBeCloseTo(21.833, 3);
  });
});

describe("age-groups", () => {
  const groups = [
    { name: "young", low: 0, high: 29 },
    { name: "middle", low: 30, high: 59 },
    { name: "old", low: 60, high: 109 },
  ];
  const head: AgeHead = { kind: "age-groups", groups };

  it("spreads each group over its years, and keeps what the network said", () => {
    const reading = read(head, [0, 1, 0]);
    expect(reading.years).toBeCloseTo(44.5, 4);
    expect(reading.posterior[30]).toBeCloseTo(1 / 30, 6);
    expect(reading.groups?.map(({ name, share }) => [name, share])).toEqual([
      ["young", 0],
      ["middle", 1],
      ["old", 0],
    ]);
  });

  it("reaches as far as its oldest group", () => {
    expect(read(head, [0, 0, 1]).posterior).toHaveLength(110);
  });
});

describe("gender", () => {
  const head: Head = { kind: "gender", classes: ["male", "female"] };

  it("names the likelier class with its share, and no age", () => {
    const decoded = decodeFace([new Float32Array([0.25, 0.75])], { head });
    expect(decoded).toEqual({ gender: { status: "estimated", apparent: "female", share: 0.75 } });
  });

  it("is refused when there are no numbers", () => {
    const decoded = decodeFace([new Float32Array([Number.NaN, 0])], { head });
    expect(decoded.gender).toEqual({ status: "refused", reason: "not-finite" });
  });
});

it("reads both outputs of a network with two heads", () => {
  const decoded = decodeFace([new Float32Array([0, 1]), new Float32Array([0.1, 0.9])], {
    head: {
      kind: "multi",
      heads: [
        { name: "age", kind: "age-posterior", bins: 2 },
        { name: "gender", kind: "gender", classes: ["male", "female"] },
      ],
    },
    calibration,
  });
  expect(decoded.age).toMatchObject({ status: "estimated", years: 1 });
  expect(decoded.gender).toMatchObject({ status: "estimated", apparent: "female" });
});
