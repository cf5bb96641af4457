import { type PixelBox, type PixelSize, sharedArea } from "../math/index.ts";
import { isInside } from "./box.ts";
import type { LabelSize } from "./label-size.ts";

/** A face and the sizes that its label may have, the preferred one first. All lengths in CSS pixels. */
export interface LabelRequest {
  readonly face: PixelBox<"screen">;
  readonly sizes: readonly LabelSize[];
}

/** Where a label goes, and whether there is space for its interval. */
export interface PlacedLabel {
  readonly box: PixelBox<"screen">;
  readonly withInterval: boolean;
}

/** Space between a face's box and its label. */
const GAP = 4;
/** A label may hide this share of itself in other faces before a smaller one is tried. */
const TOLERATED_COVER = 0.2;

/**
 * Places a label for each face: inside the picture, over no other label, and over other faces as little as can be.
 * Larger faces choose first. A face for whose smallest label no place is left gets none.
 */
export function layoutLabels(
  requests: readonly LabelRequest[],
  picture: PixelSize<"screen">,
): (PlacedLabel | undefined)[] {
  const placed = new Map<number, PlacedLabel>();
  const largestFirst = requests
    .map((request, index) => ({ request, index }))
    .sort((a, b) => area(b.request.face) - area(a.request.face));
  for (const { request, index } of largestFirst) {
    const others = requests.filter((other) => other !== request).map(({ face }) => face);
    const taken = [...placed.values()].map(({ box }) => box);
    const label = placeLabel(request, picture, taken, others);
    if (label) placed.set(index, label);
  }
  return requests.map((_, index) => placed.get(index));
}

function placeLabel(
  { face, sizes }: LabelRequest,
  picture: PixelSize<"screen">,
  taken: readonly PixelBox<"screen">[],
  others: readonly PixelBox<"screen">[],
): PlacedLabel | undefined {
  let best: (PlacedLabel & { cover: number }) | undefined;
  for (const size of sizes) {
    for (const box of candidates(face, size, picture)) {
      if (!isInside(box, picture) || taken.some((other) => sharedArea(box, other) > 0)) continue;
      const cover = others.reduce((sum, other) => sum + sharedArea(box, other), 0) / area(box);
      if (!best || cover < best.cover) best = { box, withInterval: size.withInterval, cover };
    }
    if (best && best.cover <= TOLERATED_COVER) break;
  }
  return best && { box: best.box, withInterval: best.withInterval };
}

/** Places around the face and then in its corners, in order of preference, pushed sideways into the picture. */
function candidates(
  face: PixelBox<"screen">,
  { width, height }: PixelSize<"screen">,
  picture: PixelSize<"screen">,
): PixelBox<"screen">[] {
  const right = face.x + face.width;
  const bottom = face.y + face.height;
  const [above, below, middle] = [face.y - GAP - height, bottom + GAP, face.y + (face.height - height) / 2];
  const centred = face.x + (face.width - width) / 2;
  const corners: [x: number, y: number][] = [
    [face.x, above],
    [face.x, below],
    [centred, above],
    [centred, below],
    [right - width, above],
    [right - width, below],
    [right + GAP, face.y],
    [right + GAP, middle],
    [face.x - GAP - width, face.y],
    [face.x - GAP - width, middle],
    [centred, bottom - height - GAP],
    [centred, face.y + GAP],
  ];
  return corners.map(([x, y]) => ({ x: Math.max(0, Math.min(x, picture.width - width)), y, width, height }));
}

function area({ width, height }: PixelSize<"screen">): number {
  return width * height;
}
