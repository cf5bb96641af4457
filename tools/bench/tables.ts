import { decimals, formatTable } from "../shared/table.ts";

/** Medians in milliseconds of one picture, read whole. */
export interface PictureTimes {
  readonly backend: string;
  readonly effort: string;
  /** How many people the picture shows, and how many were found. */
  readonly faces: number;
  readonly found: number;
  readonly decode: number;
  readonly detect: number;
  readonly estimate: number;
  readonly total: number;
}

/** Medians in milliseconds of what is done to a batch of faces. */
export interface BatchTimes {
  readonly backend: string;
  readonly faces: number;
  readonly align: number;
  /** Measuring, the longest plan, and measuring again. */
  readonly repair: number;
  readonly network: number;
}

/** Steps by backend, effort and faces; the last column is a row's total over that of the first row. */
export function pictureTable(rows: readonly PictureTimes[]): string {
  const first = rows[0]?.total ?? Number.NaN;
  return formatTable(
    ["backend, effort, faces", "found", "decode", "detect", "estimate", "total", "ms per found face", "ratio"],
    rows.map(({ backend, effort, faces, found, decode, detect, estimate, total }) => [
      `${backend}, ${effort}, ${faces}`,
      found,
      ...[decode, detect, estimate, total, found === 0 ? null : total / found].map((ms) => decimals(ms, 1)),
      `${decimals(total / first)}×`,
    ]),
  );
}

/** The network against what comes before it, in one run. */
export function batchTable(rows: readonly BatchTimes[]): string {
  return formatTable(
    ["backend, faces", "cut", "measure + longest plan", "network", "network ÷ measure + plan"],
    rows.map(({ backend, faces, align, repair, network }) => [
      `${backend}, ${faces}`,
      ...[align, repair, network].map((ms) => decimals(ms, 1)),
      `${decimals(network / repair)}×`,
    ]),
  );
}
