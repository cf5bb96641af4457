import { describe, expect, test } from "vitest";
import { CONTRACT_SIZES, contractImage, PATTERN_NAMES } from "../image/testing/contract-images.ts";
import { Workspace } from "../image/workspace.ts";
import { FILTER_IDS } from "./controls.ts";
import { completeParams, offParams } from "./filter.ts";
import { FILTERS } from "./registry.ts";
import { contractParams } from "./testing/contract-params.ts";

describe.each(FILTER_IDS)("%s", (id) => {
  const filter = FILTERS[id];

  test("has ranges that hold their defaults and the value that turns it off", () => {
    for (const [name, { min, max, step, default: usual }] of Object.entries(filter.params)) {
      expect(min < max && step > 0 && usual >= min && usual <= max, name).toBe(true);
    }
    expect(offParams(filter)[filter.off.param]).toBe(filter.off.value);
    expect(completeParams(filter)[filter.off.param]).not.toBe(filter.off.value);
  });

  test("is the identity when off", () => {
    const image = contractImage("texture", 17, 13);
    expect(filter.reference(image, offParams(filter)).data).toEqual(image.data);
  });

  test("changes a textured picture by default", () => {
    const image = contractImage("texture", 17, 13);
    expect(filter.reference(image, completeParams(filter)).data).not.toEqual(image.data);
  });

  test("leaves its input alone", () => {
    const image = contractImage("texture", 17, 13);
    filter.reference(image, completeParams(filter));
    expect(image).toEqual(contractImage("texture", 17, 13));
  });

  test("gives the same in a workspace that other pictures have been through", () => {
    const workspace = new Workspace();
    for (const pattern of PATTERN_NAMES) {
      const image = contractImage(pattern, 17, 13);
      const filtered = filter.reference(image, completeParams(filter), workspace);
      expect(filtered, pattern).toEqual(filter.reference(image, completeParams(filter)));
    }
  });

  test.each(CONTRACT_SIZES)("keeps $width×$height and 0…255, whatever the parameters", ({ width, height }) => {
    for (const pattern of PATTERN_NAMES) {
      for (const params of contractParams(filter)) {
        const filtered = filter.reference(contractImage(pattern, width, height), params);
        expect([filtered.width, filtered.height, filtered.data.length]).toEqual([width, height, width * height * 3]);
        expect(
          filtered.data.every((value) => value >= 0 && value <= 255),
          pattern,
        ).toBe(true);
      }
    }
  });
});
