import { stringify } from "csv-stringify/browser/esm/sync";
import type { FaceRecord, PictureRecord } from "./picture-record.ts";

type Cell = string | number | null;
type Column = (picture: PictureRecord, face: FaceRecord | undefined, position: number) => Cell;

const metric =
  (name: string): Column =>
  (_, face) =>
    face?.metrics[name] ?? null;

/** Every column of the table in its order; docs/exports.md says what they hold. */
const COLUMNS: Readonly<Record<string, Column>> = {
  picture: ({ name }) => name,
  status: ({ problem, faces }) => (problem ? "failed" : faces.length === 0 ? "no-face" : "read"),
  problem: ({ problem }) => problem,
  picture_width: ({ size }) => size?.width ?? null,
  picture_height: ({ size }) => size?.height ?? null,
  face: (_, face, position) => (face ? position : null),
  x: (_, face) => face?.box.x ?? null,
  y: (_, face) => face?.box.y ?? null,
  width: (_, face) => face?.box.width ?? null,
  height: (_, face) => face?.box.height ?? null,
  score: (_, face) => face?.score ?? null,
  years: (_, face) => face?.age?.years ?? null,
  low: (_, face) => face?.age?.low ?? null,
  high: (_, face) => face?.age?.high ?? null,
  level: (_, face) => face?.age?.level ?? null,
  refusal: (_, face) => face?.refusal ?? null,
  failed_checks: (_, face) => face?.failedChecks.join(" ") ?? null,
  repairs: (_, face) => face?.repairs.join(" ") ?? null,
  widened_for: (_, face) => face?.widenedFor.join(" ") ?? null,
  apparent_gender: (_, face) => face?.gender?.apparent ?? null,
  gender_share: (_, face) => face?.gender?.share ?? null,
  sharpness: metric("sharpness"),
  brightness: metric("brightness"),
  contrast: metric("contrast"),
  noise: metric("noise"),
  clipped_shadows: metric("clippedShadows"),
  clipped_highlights: metric("clippedHighlights"),
  resolution_px: metric("resolutionPx"),
  roll: metric("roll"),
  yaw: metric("yaw"),
  pitch: metric("pitch"),
  aligned_by: (_, face) => face?.alignedBy ?? null,
  model: ({ modelId }) => modelId,
  backend: ({ backend }) => backend,
};

/** Names of the columns in their order. */
export const COLUMN_NAMES = Object.keys(COLUMNS);

/**
 * A table with one row per face, as comma-separated values (RFC 4180) in UTF-8. A picture without a face, or one that
 * could not be read, has one row whose face columns are empty. Names that a spreadsheet would take for a formula are
 * disarmed with an apostrophe.
 */
export function toFaceCsv(pictures: readonly PictureRecord[]): string {
  const rows = pictures.flatMap((picture) => {
    const faces = picture.faces.length > 0 ? picture.faces : [undefined];
    return faces.map((face, index) => Object.values(COLUMNS).map((cell) => guarded(cell(picture, face, index + 1))));
  });
  return stringify([COLUMN_NAMES, ...rows], { record_delimiter: "windows" });
}

/** Only texts are guarded: a minus in front of a number is no formula. */
function guarded(cell: Cell): Cell {
  return typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
