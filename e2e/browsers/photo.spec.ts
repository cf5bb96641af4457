import { group, portraitFile } from "../support/pictures.ts";
import { expect, test } from "./support/test.ts";

test("reads the sample at one click, and says that it ran on the processor", async ({ visitor }) => {
  await visitor.open();
  await visitor.click("sample-button");
  const years = await visitor.readYears();
  expect(years).toBeGreaterThan(20);
  expect(years).toBeLessThan(60);
  await visitor.sees("face-box", 1);
  await visitor.reads("face-interval", /\d+\D+\d+/);
  await visitor.reads("backend", /WebAssembly/);
});

test("finds every face of a group, compares models on one, and shows where it looked", async ({ visitor }) => {
  await visitor.open();
  await visitor.pick("pick-button", [await group(3, 2)]);
  await visitor.sees("face-box", 6);
  await visitor.sees("face-item", 6);
  await visitor.pick("pick-button", [portraitFile()]);
  await visitor.sees("face-box", 1);
  const years = await visitor.readYears();
  await visitor.click("explain-open");
  await visitor.sees("over-age");
  await visitor.click("view-compare");
  await visitor.reads("model-speed", /\d/);
  await visitor.reads("model-years", new RegExp(`^${years}$`));
});
