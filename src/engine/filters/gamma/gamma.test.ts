import { expect, test } from "vitest";
import { greyImage, redValues } from "../../image/testing/contract-images.ts";
import { gamma } from "./index.ts";

test("black and white stay, the middle moves", () => {
  const [black, middle, white] = redValues(gamma.reference(greyImage(3, [0, 127.5, 255]), { gamma: 2 }));
  expect([black, middle, white]).toEqual([0, 255 / 4, 255]);
});
