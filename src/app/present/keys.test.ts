import { expect, it } from "vitest";
import { STAGE_KEYS, stageAction } from "./keys.ts";

const press = (key: string, held = {}) => stageAction({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

it("knows its keys in either case, and those of presenters' remotes", () => {
  expect([press("c"), press("C"), press(" "), press("PageDown"), press("?"), press("Escape"), press("x")]).toEqual([
    "camera",
    "camera",
    "hold",
    "next",
    "keys",
    "leave",
    undefined,
  ]);
});

it("leaves the browser its own keys", () => {
  expect(press("r", { ctrlKey: true })).toBeUndefined();
  expect(press("c", { metaKey: true })).toBeUndefined();
});

it("gives every action one key", () => {
  expect(new Set(STAGE_KEYS.map(({ action }) => action)).size).toBe(STAGE_KEYS.length);
});
