import { boxCentre, distance, type PixelBox, type Point, type Space } from "../../math/index.ts";

/** A face's box at a moment, and how it moves. */
export interface Motion {
  readonly box: PixelBox<"picture">;
  /** Of the box's centre, in pixels per second. */
  readonly velocity: Point<"picture">;
  /** Milliseconds on any steady clock. */
  readonly timeMs: number;
}

/** Heads do not glide on for ever: a movement that is not seen any more dies away with this time constant. */
const COASTING_MS = 600;
/** The box follows what is seen within about this time; shorter shakes of the detector are smoothed. */
const POSITION_MS = 50;
const VELOCITY_MS = 100;

/** A box that stands still. */
export function standing(box: PixelBox<"picture">, timeMs: number): Motion {
  return { box, velocity: { x: 0, y: 0 }, timeMs };
}

/**
 * Where the box is expected at a later moment: displacement = v · T · (1 − e^(−Δt / T)), a movement that dies away with
 * the time constant T.
 */
export function predictBox({ box, velocity, timeMs }: Motion, laterMs: number): PixelBox<"picture"> {
  const elapsedMs = Math.max(0, laterMs - timeMs);
  const seconds = (COASTING_MS / 1000) * (1 - Math.exp(-elapsedMs / COASTING_MS));
  return { ...box, x: box.x + velocity.x * seconds, y: box.y + velocity.y * seconds };
}

/**
 * Takes an observation into account: an α-β filter (Kalata 1984) whose gains follow from the time that has passed, so
 * that it behaves the same at 5 and at 60 frames per second.
 */
export function observe(motion: Motion, seen: PixelBox<"picture">, timeMs: number): Motion {
  const elapsedMs = Math.max(1, timeMs - motion.timeMs);
  const expected = predictBox(motion, timeMs);
  const [alpha, beta] = [gain(elapsedMs, POSITION_MS), gain(elapsedMs, VELOCITY_MS)];
  const [before, now] = [boxCentre(motion.box), boxCentre(seen)];
  const perSecond = 1000 / elapsedMs;
  return {
    box: blend(expected, seen, alpha),
    velocity: {
      x: mix(motion.velocity.x, (now.x - before.x) * perSecond, beta),
      y: mix(motion.velocity.y, (now.y - before.y) * perSecond, beta),
    },
    timeMs,
  };
}

/**
 * How unlike the expected box a detection is: the distance of the centres in mean sides plus |ln| of the ratio of
 * sides; 0 for the same box, 1 for a box right beside it.
 */
export function mismatch(expected: PixelBox<"picture">, seen: PixelBox<"picture">): number {
  const [side, seenSide] = [sideOf(expected), sideOf(seen)];
  const away = distance(boxCentre(expected), boxCentre(seen)) / ((side + seenSide) / 2);
  return away + Math.abs(Math.log(seenSide / side));
}

/** Share of the way that a quantity with time constant `constantMs` goes within `elapsedMs`: 1 − e^(−Δt / T). */
export function gain(elapsedMs: number, constantMs: number): number {
  return 1 - Math.exp(-elapsedMs / constantMs);
}

/** The box a share of the way from one to the other. */
export function blend<S extends Space>(from: PixelBox<S>, to: PixelBox<NoInfer<S>>, share: number): PixelBox<S> {
  return {
    x: mix(from.x, to.x, share),
    y: mix(from.y, to.y, share),
    width: mix(from.width, to.width, share),
    height: mix(from.height, to.height, share),
  };
}

function sideOf({ width, height }: PixelBox<"picture">): number {
  return Math.max(1, Math.sqrt(width * height));
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
