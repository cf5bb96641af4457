import { expect, it } from "vitest";
import { nextSample, SAMPLE_IDS, sampleUrl } from "./samples.ts";

it("goes through the samples in turn, from the first when another picture is shown", () => {
  expect(nextSample(undefined)).toBe("astronaut");
  expect(nextSample("blob:something")).toBe("astronaut");
  const turn = SAMPLE_IDS.map((id) => nextSample(sampleUrl(id)));
  expect(turn).toEqual([...SAMPLE_IDS.slice(1), SAMPLE_IDS[0]]);
});
