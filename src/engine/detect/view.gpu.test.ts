import { describe, expect, it } from "vitest";
import { boxRegion, drawView, viewOf } from "./view.ts";

/** Stripes of one pixel, black and white in turn. */
function stripes(width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.fillStyle = "black";
  for (let x = 0; x < width; x += 2) context.fillRect(x, 0, 1, height);
  return canvas;
}

function redsOf(canvas: OffscreenCanvas): number[] {
  const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
  return [...data].filter((_, index) => index % 4 === 0);
}

describe("a view", () => {
  it("shows the mean of all pixels that it stands for", () => {
    const canvas = new OffscreenCanvas(1, 1);
    drawView(canvas, stripes(2048, 1024), viewOf(boxRegion({ x: 0, y: 0, width: 2048, height: 1024 })));
    expect([canvas.width, canvas.height]).toEqual([512, 256]);
    expect(redsOf(canvas).filter((red) => red < 126 || red > 129)).toEqual([]);
  });

  it("shows a small region pixel by pixel, and black around the picture", () => {
    const canvas = new OffscreenCanvas(1, 1);
    drawView(canvas, stripes(4, 1), viewOf(boxRegion({ x: -1, y: 0, width: 6, height: 1 })));
    expect(redsOf(canvas)).toEqual([0, 0, 255, 0, 255, 0]);
  });
});
