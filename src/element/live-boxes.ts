import { blend, boxAt, type FollowedFrame, gain, type Person } from "../engine/index.ts";
import { boxOnScreen } from "../labels/box.ts";
import type { PixelBox, PixelSize } from "../math/index.ts";
import type { FaceLayer } from "./face-layer.ts";

/** Boxes glide towards where the face is with this time constant: below it one sees no lag, above it no shaking. */
const GLIDE_MS = 60;

/** Where a face of a frame is in the picture as it is shown, which is a mirror. */
export function mirrored(box: PixelBox<"picture">, { width }: PixelSize<"picture">): PixelBox<"picture"> {
  return { ...box, x: width - box.x - box.width };
}

/** Carries the boxes of people on between the frames that are read, for whoever has not asked for less motion. */
export class LiveBoxes {
  readonly #layer: FaceLayer;
  readonly #shownSize: () => PixelSize<"screen">;
  #drawn = new Map<number, PixelBox<"screen">>();
  #frame: FollowedFrame | undefined;
  #handle = 0;
  #beforeMs = 0;

  constructor(layer: FaceLayer, shownSize: () => PixelSize<"screen">) {
    this.#layer = layer;
    this.#shownSize = shownSize;
  }

  /** Goes on from another frame, or ends. */
  follow(frame: FollowedFrame | undefined): void {
    const wasMoving = this.#frame !== undefined;
    this.#frame = frame;
    if (!frame || matchMedia("(prefers-reduced-motion: reduce)").matches) {
      cancelAnimationFrame(this.#handle);
      this.#frame = undefined;
      this.#drawn.clear();
    } else if (!wasMoving) {
      this.#beforeMs = performance.now();
      this.#handle = requestAnimationFrame(this.#move);
    }
  }

  readonly #move = (now: number): void => {
    if (!this.#frame) return;
    const { people, analysis } = this.#frame;
    const share = gain(now - this.#beforeMs, GLIDE_MS);
    this.#beforeMs = now;
    const size = this.#shownSize();
    const before = this.#drawn;
    this.#drawn = new Map(
      people.map((person) => [person.id, glided(person, analysis.picture, size, before, now, share)]),
    );
    for (const [key, box] of this.#drawn) this.#layer.move(key, box);
    this.#handle = requestAnimationFrame(this.#move);
  };
}

function glided(
  person: Person,
  picture: PixelSize<"picture">,
  shown: PixelSize<"screen">,
  before: ReadonlyMap<number, PixelBox<"screen">>,
  now: number,
  share: number,
): PixelBox<"screen"> {
  const target = boxOnScreen(mirrored(boxAt(person, now), picture), picture, shown);
  return blend(before.get(person.id) ?? target, target, share);
}
