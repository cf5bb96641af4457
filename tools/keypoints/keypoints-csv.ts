import { stringify } from "csv-stringify/sync";
import { KEYPOINT_NAMES, type KeypointName } from "../../src/engine/detect/face.ts";
import type { DetectedFaces, PictureReading } from "../engine-page/engine-page.ts";
import { nearestCentre } from "../engine-page/picture-coordinates.ts";

/** How a keypoint's columns begin, for instance "right_eye". */
export const columnName = (keypoint: KeypointName) =>
  keypoint.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const COLUMNS = [
  ...["filename", "width", "height", "score", "box_x", "box_y", "box_w", "box_h"],
  ...KEYPOINT_NAMES.flatMap((name) => [`${columnName(name)}_x`, `${columnName(name)}_y`]),
];

const PIXEL_DECIMALS = 3;
const SCORE_DECIMALS = 4;

/**
 * keypoints.csv, as training reads it: one row per picture with the face nearest its centre, in pixels of the picture as
 * distributed. Without a face everything after the height is empty; for an unreadable picture everything after its name.
 */
export function keypointsCsv(readings: ReadonlyMap<string, PictureReading<DetectedFaces>>): string {
  const rows = [...readings].map(([filename, reading]) => keypointsRow(filename, reading));
  return stringify([COLUMNS, ...rows]);
}

function keypointsRow(filename: string, reading: PictureReading<DetectedFaces>): (string | number)[] {
  if (reading.status === "failed") return padded([filename]);
  const { width, height } = reading.size;
  const face = nearestCentre(reading.faces, reading.size);
  if (!face) return padded([filename, width, height]);
  const points = KEYPOINT_NAMES.flatMap((name) => [face.keypoints[name].x, face.keypoints[name].y]);
  const pixels = [face.box.x, face.box.y, face.box.width, face.box.height, ...points];
  const written = pixels.map((value) => value.toFixed(PIXEL_DECIMALS));
  return [filename, width, height, face.score.toFixed(SCORE_DECIMALS), ...written];
}

function padded(cells: (string | number)[]): (string | number)[] {
  return [...cells, ...Array.from({ length: COLUMNS.length - cells.length }, () => "")];
}
