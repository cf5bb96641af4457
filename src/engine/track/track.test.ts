import { expect, it } from "vitest";
import type { PixelBox } from "../../math/index.ts";
import type { FaceReading } from "../api.ts";
import { faceOf } from "./testing/faces.ts";
import { believedPeople, boxAt, NO_TRACKING, type Tracking, track } from "./track.ts";

const FRAME_MS = 100;

function box(x: number, y = 100, side = 100): PixelBox<"picture"> {
  return { x, y, width: side, height: side };
}

/** Follows faces over frames; an entry of a frame is where a face was found. */
function follow(frames: readonly (readonly PixelBox<"picture">[])[]): Tracking {
  return frames.reduce<Tracking>(
    (tracking, boxes, index) =>
      track(
        tracking,
        boxes.map((each) => faceOf({ box: each })),
        index * FRAME_MS,
      ),
    NO_TRACKING,
  );
}

const idsFromLeft = ({ people }: Tracking) =>
  [...people].sort((a, b) => a.motion.box.x - b.motion.box.x).map(({ id }) => id);

it("knows people again whatever the order in which they are found", () => {
  const tracking = follow([
    [box(0), box(300), box(600)],
    [box(605), box(5), box(295)],
    [box(302), box(610), box(8)],
  ]);
  expect(idsFromLeft(tracking)).toEqual([1, 2, 3]);
});

it("keeps people apart who cross, though one hides the other", () => {
  const frames = Array.from({ length: 21 }, (_, step) => {
    const [toTheRight, toTheLeft] = [box(30 * step), box(600 - 30 * step, 110)];
    return step >= 8 && step <= 12 ? [toTheRight] : [toTheRight, toTheLeft];
  });
  const tracking = follow(frames);
  expect(idsFromLeft(tracking)).toEqual([2, 1]);
});

it("follows a fast head whose boxes do not overlap", () => {
  const tracking = follow(Array.from({ length: 8 }, (_, step) => [box(105 * step)]));
  expect(tracking.people.map(({ id, frames }) => [id, frames])).toEqual([[1, 8]]);
});

it("survives short misses, and forgets who has gone", () => {
  const seen = Array.from({ length: 5 }, () => [box(100)]);
  const missed = (count: number) => Array.from({ length: count }, () => []);
  const back = follow([...seen, ...missed(10), [box(110)]]);
  expect(back.people.map(({ id, frames }) => [id, frames])).toEqual([[1, 6]]);
  expect(follow([...seen, ...missed(16)]).people).toEqual([]);
  expect(idsFromLeft(follow([...seen, ...missed(16), [box(100)], [box(100)]]))).toEqual([2]);
});

it("shows nobody who was found but once, and forgets them soon", () => {
  const once = follow([[box(100)]]);
  expect(believedPeople(once)).toEqual([]);
  expect(follow([[box(100)], [], [], [], [], []]).people).toEqual([]);
  const shadowFirst = follow([[box(500)], [], [], [], [], [], [box(100)], [box(100)]]);
  expect(believedPeople(shadowFirst).map(({ id }) => id)).toEqual([1]);
});

it("begins no person with a doubtful face, but goes on with one", () => {
  const doubtful = (x: number): FaceReading => ({ ...faceOf({ box: box(x) }), score: 0.4 });
  expect(track(NO_TRACKING, [doubtful(100)], 0).people).toEqual([]);
  const known = track(track(NO_TRACKING, [faceOf({ box: box(100) })], 0), [doubtful(104)], FRAME_MS);
  expect(known.people.map(({ id, frames }) => [id, frames])).toEqual([[1, 2]]);
});

it("expects a moving face further on, and lets the movement die away", () => {
  const [person] = follow(Array.from({ length: 10 }, (_, step) => [box(20 * step)])).people;
  if (!person) throw new Error("nobody is followed");
  const now = boxAt(person, 9 * FRAME_MS).x;
  expect(now).toBeGreaterThan(165);
  expect(boxAt(person, 10 * FRAME_MS).x - now).toBeGreaterThan(10);
  expect(boxAt(person, 100 * FRAME_MS).x - now).toBeLessThan(130);
});

it("keeps following a face that gets no age", () => {
  const refused = faceOf({ box: box(0), reading: { status: "refused", reason: "not-finite" } });
  const tracking = track(track(NO_TRACKING, [refused], 0), [refused], FRAME_MS);
  expect(believedPeople(tracking)).toMatchObject([{ id: 1, reading: undefined }]);
});
