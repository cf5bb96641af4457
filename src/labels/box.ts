import { clamp, type PixelBox, type PixelSize, type Space } from "../math/index.ts";

/** A box of the picture as it is drawn at `shown` size, without what lies outside of the picture. */
export function boxOnScreen(
  box: PixelBox<"picture">,
  picture: PixelSize<"picture">,
  shown: PixelSize<"screen">,
): PixelBox<"screen"> {
  const scale = shown.width / picture.width;
  const left = clamp(box.x * scale, 0, shown.width);
  const top = clamp(box.y * scale, 0, shown.height);
  const right = clamp((box.x + box.width) * scale, 0, shown.width);
  const bottom = clamp((box.y + box.height) * scale, 0, shown.height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether `inner` lies inside an area that begins at the origin. */
export function isInside<S extends Space>(inner: PixelBox<S>, area: PixelSize<NoInfer<S>>): boolean {
  return inner.x >= 0 && inner.y >= 0 && inner.x + inner.width <= area.width && inner.y + inner.height <= area.height;
}
