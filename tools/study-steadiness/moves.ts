import { median } from "../../src/math/index.ts";
import { decimals, formatTable, percent } from "../shared/table.ts";
import { VARIANT_NAMES, type VariantName } from "./variants.ts";

/** The ages in years that were read of one face: of the picture as it is, and of each variant; `null` where there is none. */
export interface FaceAges {
  readonly filename: string;
  readonly asItIs: number;
  readonly variants: Readonly<Record<VariantName, number | null>>;
}

/** How far readings of one variant lie from those of the pictures as they are, in years. */
export interface Moves {
  readonly median: number;
  /** Nine of ten faces move by this much at most. */
  readonly ninetieth: number;
  readonly largest: number;
  /** Share of faces that are not found in the variant, or refused. */
  readonly lost: number;
}

/** The moves of one variant over all faces, at least one of which has an age in it. */
export function movesOf(faces: readonly FaceAges[], name: VariantName): Moves {
  const moved = faces.flatMap(({ asItIs, variants }) => {
    const years = variants[name];
    return years === null ? [] : [Math.abs(years - asItIs)];
  });
  moved.sort((a, b) => a - b);
  return {
    median: median(moved),
    ninetieth: moved[Math.ceil(0.9 * moved.length) - 1] ?? Number.NaN,
    largest: moved.at(-1) ?? Number.NaN,
    lost: 1 - moved.length / faces.length,
  };
}

/** One row per variant. */
export function movesTable(faces: readonly FaceAges[]): string {
  const rows = VARIANT_NAMES.map((name) => {
    const { median, ninetieth, largest, lost } = movesOf(faces, name);
    return [name, decimals(median), decimals(ninetieth), decimals(largest, 1), percent(lost)];
  });
  return formatTable([`${faces.length} faces`, "median", "90 % move by", "most", "no age any more"], rows);
}
