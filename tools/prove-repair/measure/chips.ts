import { readFileSync } from "node:fs";
import { CsvError, parse } from "csv-parse/sync";
import { type Face, type FaceKeypoints, KEYPOINT_NAMES } from "../../../src/engine/detect/face.ts";
import { columnName } from "../../keypoints/keypoints-csv.ts";
import { ToolError } from "../../shared/tool-error.ts";

/** One labelled picture and where the detector sees its face, in pixels of the picture as distributed. */
export interface Chip {
  readonly filename: string;
  readonly age: number;
  readonly face: Face;
}

type Row = Readonly<Record<string, string>>;

/**
 * The chips of the split's test part that have a face, sorted by age; with a limit, that many of them at even steps, so that
 * ages are spread as in the whole part.
 *
 * @throws ToolError when a file cannot be read, lacks columns or leaves no chips.
 */
export function readTestChips(splitFile: string, keypointsFile: string, limit = Number.POSITIVE_INFINITY): Chip[] {
  const faces = new Map(readRows(keypointsFile, ["filename", "box_x", "mouth_y"]).map((row) => [row.filename, row]));
  const chips = readRows(splitFile, ["filename", "age", "part"])
    .filter(({ part }) => part === "test")
    .flatMap((row) => toChip(row, faces.get(row.filename)))
    .sort((a, b) => a.age - b.age || a.filename.localeCompare(b.filename, "en"));
  if (chips.length === 0) {
    throw new ToolError(`${splitFile} names no test picture with a face in ${keypointsFile}: check both files.`);
  }
  const count = Math.min(limit, chips.length);
  return Array.from({ length: count }, (_, index) => chips[Math.floor((index * chips.length) / count)] as Chip);
}

function toChip({ filename = "", age }: Row, found: Row | undefined): Chip[] {
  if (!found?.box_x) return [];
  const number = (column: string) => Number(found[column]);
  const keypoints = Object.fromEntries(
    KEYPOINT_NAMES.map((name) => {
      const column = columnName(name);
      return [name, { x: number(`${column}_x`), y: number(`${column}_y`) }];
    }),
  ) as FaceKeypoints;
  const box = { x: number("box_x"), y: number("box_y"), width: number("box_w"), height: number("box_h") };
  return [{ filename, age: Number(age), face: { box, keypoints, score: number("score") } }];
}

function readRows(path: string, needed: readonly string[]): Row[] {
  const rows = parseRows(path);
  const missing = needed.filter((column) => !(column in (rows[0] ?? {})));
  if (missing.length === 0) return rows;
  throw new ToolError(`${path} lacks the columns ${missing.join(", ")}: pass the file that the README describes.`);
}

function parseRows(path: string): Row[] {
  try {
    return parse(readFileSync(path, "utf8"), { columns: true, bom: true, skip_empty_lines: true });
  } catch (error) {
    const why = error instanceof CsvError ? `is not a valid CSV file (${error.message})` : "cannot be read";
    throw new ToolError(`${path} ${why}: pass an existing CSV file.`, { cause: error });
  }
}
