import { type RefObject, useEffect } from "react";
import { blend, boxAt, gain } from "../../engine/index.ts";
import type { PixelBox, PixelSize } from "../../math/index.ts";
import type { CameraSession } from "./camera-session.ts";
import { placeBox, placeLabel } from "./placing.ts";

/** Boxes glide towards where the face is with this time constant: below it one sees no lag, above it no shaking. */
const GLIDE_MS = 60;

/** The picture on the screen. */
export interface ShownPicture {
  /** Its size in CSS pixels, and the part of it that can be seen. */
  readonly size: PixelSize<"screen">;
  readonly visible: PixelBox<"screen">;
}

/**
 * Moves every child of `layer` with a `data-person` to that person's face, at every repaint of the screen: engine results
 * come less often, and in between the movement is carried on. A child's first child is its label.
 */
export function useFollowing(layer: RefObject<HTMLElement | null>, session: CameraSession, shown: ShownPicture): void {
  useEffect(() => {
    const drawn = new Map<string, PixelBox<"screen">>();
    let before = performance.now();
    const follow = (now: number) => {
      const share = gain(now - before, GLIDE_MS);
      before = now;
      for (const element of layer.current?.children ?? []) {
        if (element instanceof HTMLElement) moveOne(element, session, shown, drawn, now, share);
      }
      forgetOthers(drawn, session);
      handle = requestAnimationFrame(follow);
    };
    let handle = requestAnimationFrame(follow);
    return () => cancelAnimationFrame(handle);
  }, [layer, session, shown]);
}

/** The next visitor's box does not begin where that of the last one was. */
function forgetOthers(drawn: Map<string, PixelBox<"screen">>, { store }: CameraSession): void {
  const { people } = store.getState();
  for (const name of drawn.keys()) {
    if (!people.some(({ id }) => String(id) === name)) drawn.delete(name);
  }
}

function moveOne(
  element: HTMLElement,
  { store }: CameraSession,
  { size, visible }: ShownPicture,
  drawn: Map<string, PixelBox<"screen">>,
  now: number,
  share: number,
): void {
  const { people, frame, mirrored, frozen } = store.getState();
  const name = element.dataset.person ?? "";
  const person = people.find(({ id }) => String(id) === name);
  if (!person || !frame) return;
  const target = placeBox(boxAt(person, frozen ? person.lastSeenMs : now), frame, size, mirrored);
  const from = drawn.get(name);
  const box = from ? blend(from, target, share) : target;
  drawn.set(name, box);
  element.style.transform = `translate(${box.x.toFixed(1)}px, ${box.y.toFixed(1)}px)`;
  element.style.width = `${box.width.toFixed(1)}px`;
  element.style.height = `${box.height.toFixed(1)}px`;
  const [label] = element.children;
  if (!(label instanceof HTMLElement)) return;
  const at = placeLabel(box, { width: label.offsetWidth, height: label.offsetHeight }, visible);
  label.style.transform = `translate(${at.x.toFixed(1)}px, ${at.y.toFixed(1)}px)`;
}
