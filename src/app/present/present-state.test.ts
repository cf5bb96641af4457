import { expect, it } from "vitest";
import { SAMPLE_IDS } from "../store/samples.ts";
import { type PresentEvent, presentReducer, START } from "./present-state.ts";

const after = (...events: PresentEvent[]) => events.reduce(presentReducer, START);

it("asks, answers, and goes round all samples", () => {
  expect(after("next")).toMatchObject({ sample: 0, isAnswered: true });
  const round = SAMPLE_IDS.flatMap((): PresentEvent[] => ["next", "next"]);
  expect(after(...round)).toEqual(START);
  expect(after("next", "previous")).toEqual(START);
  expect(after("previous")).toMatchObject({ sample: SAMPLE_IDS.length - 1, isAnswered: true });
});

it("begins anew for the next visitor, with the camera as it was", () => {
  expect(after("camera", "next", "keys", "reset")).toEqual({ ...START, source: "camera" });
  expect(after("next", "reset")).toEqual(START);
  expect(after("camera", "keys", "samples")).toEqual(START);
});

it("opens and closes its list of keys", () => {
  expect(after("keys").showsKeys).toBe(true);
  expect(after("keys", "keys").showsKeys).toBe(false);
  expect(after("keys", "close-keys").showsKeys).toBe(false);
});
