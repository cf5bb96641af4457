import { type Analysis, CameraError, type FaceReading, type Person, type Progress } from "../engine/index.ts";
import { readingOrder } from "../labels/reading-order.ts";
import type { ElementState } from "./state.ts";
import type { Spoken } from "./text/languages.ts";
import { TROUBLE_OF_CODE, TROUBLE_OF_PROBLEM } from "./text/text.ts";

const BYTES_PER_MEGABYTE = 1e6;

/** What is shown and said about one face. */
export interface FaceWords {
  readonly years: string;
  /** Empty where there is no estimate. */
  readonly interval: string;
  /** The face in one line, for those who do not see the picture. */
  readonly sentence: string;
}

/** Whole years with their ends; as both a single reading and a settled one have them. */
interface Ages {
  readonly years: number;
  readonly interval: { readonly low: number; readonly high: number };
}

/** The faces of a picture as one would read them: row by row, from left to right. */
export function inReadingOrder({ faces }: Analysis): FaceReading[] {
  return readingOrder(faces).flatMap((index) => faces[index] ?? []);
}

/** The faces of a picture, each in words. */
export function pictureWords(spoken: Spoken, faces: readonly FaceReading[]): FaceWords[] {
  return faces.map(({ reading }, index) =>
    faceWords(spoken, reading.status === "estimated" ? reading : undefined, faces.length > 1 ? index + 1 : undefined),
  );
}

/** The people in a video, each in words. */
export function peopleWords(spoken: Spoken, people: readonly Person[]): FaceWords[] {
  return people.map(({ id, reading }) => faceWords(spoken, reading, people.length > 1 ? id : undefined));
}

function faceWords({ text }: Spoken, ages: Ages | undefined, position: number | undefined): FaceWords {
  if (!ages) return { years: "?", interval: "", sentence: text.face(position, text.noAge) };
  const [years, low, high] = [ages.years, ages.interval.low, ages.interval.high].map(Math.round) as [
    number,
    number,
    number,
  ];
  return {
    years: String(years),
    interval: low === high ? String(low) : `${low}–${high}`,
    sentence: text.face(position, text.ages(years, low, high)),
  };
}

/** The line below the picture; empty where the picture says it all. */
export function statusLine(spoken: Spoken, state: ElementState): string {
  const { text } = spoken;
  switch (state.kind) {
    case "empty":
      return "";
    case "reading":
      return progressLine(spoken, state.progress);
    case "read":
      return state.analysis.faces.length === 0 ? text.noFace : "";
    case "failed":
      return text.troubles[troubleOf(state.error)];
    case "camera-off":
      return text.privacy;
    case "camera-opening":
      return text.opening;
    case "camera-on":
      return state.frame ? "" : progressLine(spoken, state.progress);
  }
}

/** What screen readers are told: how a reading begins and what came of it, and of people their settled readings alone. */
export function announcement(spoken: Spoken, state: ElementState): string {
  if (state.kind === "reading") return spoken.text.reading;
  if (state.kind === "read") return said(pictureWords(spoken, inReadingOrder(state.analysis))) || spoken.text.noFace;
  if (state.kind !== "camera-on") return statusLine(spoken, state);
  const settled = state.frame?.people.filter(({ reading }) => reading?.progress === 1) ?? [];
  return state.frame ? said(peopleWords(spoken, settled)) : spoken.text.reading;
}

function said(faces: readonly FaceWords[]): string {
  return faces.map(({ sentence }) => sentence).join("; ");
}

function progressLine({ language, text }: Spoken, progress: Progress | undefined): string {
  if (progress?.kind !== "download") return text.reading;
  const format = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const megabytes = (bytes: number) => format.format(bytes / BYTES_PER_MEGABYTE);
  return text.loading(megabytes(progress.loadedBytes), megabytes(progress.totalBytes));
}

function troubleOf(error: Extract<ElementState, { kind: "failed" }>["error"]) {
  return error instanceof CameraError ? TROUBLE_OF_PROBLEM[error.problem] : TROUBLE_OF_CODE[error.code];
}
