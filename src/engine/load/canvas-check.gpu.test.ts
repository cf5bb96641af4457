import { afterEach, expect, it, vi } from "vitest";
import { EngineError } from "../errors.ts";
import { checkCanvas } from "./canvas-check.ts";

const { getImageData } = OffscreenCanvasRenderingContext2D.prototype;

/** Has every value that is read changed, as browsers do that protect against fingerprints. */
function scramble(change: (value: number, index: number) => number): void {
  vi.spyOn(OffscreenCanvasRenderingContext2D.prototype, "getImageData").mockImplementation(function (
    this: OffscreenCanvasRenderingContext2D,
    ...area
  ) {
    const image = getImageData.apply(this, area);
    image.data.forEach((value, index) => {
      image.data[index] = change(value, index);
    });
    return image;
  });
}

afterEach(() => vi.restoreAllMocks());

it("is content with a browser that gives back what was drawn, and with slight noise", () => {
  checkCanvas();
  scramble((value, index) => value + (index % 3) - 1);
  checkCanvas();
});

it.each([
  ["random pixels", () => Math.random() * 255],
  ["white", () => 255],
  ["nothing", () => 0],
])("refuses %s", (_, change) => {
  scramble(change);
  expect(checkCanvas).toThrow(EngineError);
  expect(checkCanvas).toThrow(expect.objectContaining({ code: "canvas-scrambled" }));
});
