import type { PixelBox, PixelSize } from "../../math/index.ts";

/** How a picture fills its place: wholly visible, or so that no part of the place stays empty. */
export type Filling = "contain" | "cover";

/**
 * The size, in CSS pixels, at which a picture fills a place; with `cover` it may be larger than the place.
 *
 * @example sizeIn({ width: 400, height: 200 }, { width: 100, height: 100 }, "cover") // { width: 200, height: 100 }
 */
export function sizeIn(
  picture: PixelSize<"picture">,
  place: PixelSize<"screen">,
  filling: Filling,
): PixelSize<"screen"> {
  const ratios = [place.width / picture.width, place.height / picture.height];
  const scale = filling === "cover" ? Math.max(...ratios) : Math.min(...ratios);
  return { width: picture.width * scale, height: picture.height * scale };
}

/** A box of the frame on a picture that is drawn at `shown` size, maybe as in a mirror. */
export function placeBox(
  box: PixelBox<"picture">,
  frame: PixelSize<"picture">,
  shown: PixelSize<"screen">,
  mirrored: boolean,
): PixelBox<"screen"> {
  const scale = shown.width / frame.width;
  const x = mirrored ? frame.width - box.x - box.width : box.x;
  return { x: x * scale, y: box.y * scale, width: box.width * scale, height: box.height * scale };
}

/** Space that a label needs, and how far it stays away from its face. */
const LABEL_GAP = 6;

/**
 * Where a label goes, relative to its face's box: above it, left edges in line, but inside of the visible part of the
 * picture; below where there is no space above.
 */
export function placeLabel(
  face: PixelBox<"screen">,
  label: PixelSize<"screen">,
  visible: PixelBox<"screen">,
): { x: number; y: number } {
  const x = Math.max(visible.x, Math.min(face.x, visible.x + visible.width - label.width));
  const above = face.y - LABEL_GAP - label.height;
  const below = face.y + face.height + LABEL_GAP;
  const y = above >= visible.y ? above : Math.min(below, visible.y + visible.height - label.height);
  return { x: x - face.x, y: y - face.y };
}
