import { assign, type PixelBox } from "../../math/index.ts";
import type { FaceReading } from "../api.ts";
import { frameWeight } from "./frame-weight.ts";
import { addFrame, type Evidence } from "./fusion.ts";
import { type Motion, mismatch, observe, predictBox, standing } from "./motion.ts";
import { type SettledReading, settle } from "./settle.ts";

/** Somebody whose face is being followed. */
export interface Person {
  /** Whole number from 1 in the order in which people are believed; 0 until then. */
  readonly id: number;
  readonly motion: Motion;
  /** In how many frames the face was found. */
  readonly frames: number;
  readonly firstSeenMs: number;
  readonly lastSeenMs: number;
  /** The latest frame's. */
  readonly face: FaceReading;
  readonly evidence: Evidence | undefined;
  /** What to show: `undefined` until a frame gave an estimate. */
  readonly reading: SettledReading | undefined;
}

/** Everybody who is being followed. */
export interface Tracking {
  readonly people: readonly Person[];
  readonly nextId: number;
}

/** Nobody has been seen yet. */
export const NO_TRACKING: Tracking = { people: [], nextId: 1 };

/** A detection further than this from where a face is expected is another face; see mismatch. */
const SAME_PERSON_LIMIT = 1.1;
/** Weaker detections may go on with a person but begin none (after ByteTrack, Zhang et al. 2022). */
const NEW_PERSON_SCORE = 0.6;
/** A face that is hidden for longer has gone. */
const FORGOTTEN_AFTER_MS = 1500;
/** A face is believed when it was found this often; until then it is forgotten at the first miss that lasts. */
const BELIEVED_FRAMES = 2;
const DOUBTED_FOR_MS = 400;

/**
 * Takes the faces of one frame into account: each goes to the person whose face is expected there (optimal assignment
 * over predicted boxes, as in SORT, Bewley et al. 2016), or begins a new one.
 *
 * @param faces what the engine found, boxes in pixels of frames of one size
 * @param timeMs when the frame was taken, on any steady clock
 */
export function track({ people, nextId }: Tracking, faces: readonly FaceReading[], timeMs: number): Tracking {
  const expected = people.map(({ motion }) => predictBox(motion, timeMs));
  const costs = expected.map((box) => faces.map((face) => mismatch(box, face.box)));
  const matches = assign(costs, SAME_PERSON_LIMIT);
  const followed = people.flatMap((person, index) => {
    const face = matches[index] === undefined ? undefined : faces[matches[index]];
    if (face) return [seeAgain(person, face, timeMs)];
    return isForgotten(person, timeMs) ? [] : [person];
  });
  const newcomers = faces
    .filter((face, index) => face.score >= NEW_PERSON_SCORE && !matches.includes(index))
    .map((face) => meet(face, timeMs));
  return nameBelieved([...followed, ...newcomers], nextId);
}

/** People to show: found more than once, so that a shadow taken for a face in a single frame is never seen. */
export function believedPeople({ people }: Tracking): Person[] {
  return people.filter(({ frames }) => frames >= BELIEVED_FRAMES);
}

/** Where a person's face is at a moment, in pixels of the frame: between frames their movement goes on. */
export function boxAt({ motion }: Person, timeMs: number): PixelBox<"picture"> {
  return predictBox(motion, timeMs);
}

/** Gives numbers to those who have none and are believed by now: shadows use none up. */
function nameBelieved(people: readonly Person[], firstId: number): Tracking {
  let nextId = firstId;
  const named = people.map((person) =>
    person.id === 0 && person.frames >= BELIEVED_FRAMES ? { ...person, id: nextId++ } : person,
  );
  return { people: named, nextId };
}

function meet(face: FaceReading, timeMs: number): Person {
  const motion = standing(face.box, timeMs);
  const unread = { id: 0, motion, frames: 0, firstSeenMs: timeMs, evidence: undefined, reading: undefined };
  return read({ ...unread, lastSeenMs: timeMs, face }, face, timeMs);
}

function seeAgain(person: Person, face: FaceReading, timeMs: number): Person {
  return read({ ...person, motion: observe(person.motion, face.box, timeMs) }, face, timeMs);
}

function read(person: Person, face: FaceReading, timeMs: number): Person {
  const seen = { ...person, face, frames: person.frames + 1, lastSeenMs: timeMs };
  if (face.reading.status === "refused") return seen;
  const evidence = addFrame(person.evidence, face.reading, frameWeight(face), timeMs);
  return { ...seen, evidence, reading: settle(person.reading, evidence) };
}

function isForgotten({ frames, lastSeenMs }: Person, timeMs: number): boolean {
  return timeMs - lastSeenMs > (frames < BELIEVED_FRAMES ? DOUBTED_FOR_MS : FORGOTTEN_AFTER_MS);
}
