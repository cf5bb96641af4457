import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { prepareFolder, writeWhole } from "../shared/output.ts";
import { listPictures } from "../shared/pictures.ts";
import { ToolError } from "../shared/tool-error.ts";
import type { Reading } from "./label-table.ts";
import { type Label, type Labels, labelTable, readLabels } from "./labels.ts";
import { sentenceOnLosses } from "./losses.ts";

/** The pictures of a folder and what is known about them. */
export interface LabelledFolder {
  readonly filenames: readonly string[];
  readonly labels: ReadonlyMap<string, Label>;
  /** What the user should know before trusting the figures. */
  readonly remarks: readonly string[];
}

/** Where labels come from and how to read them. */
export interface LabelOptions extends Partial<Reading> {
  /** A table; without one labels.csv beside the pictures, UTKFace names or folders named by age are read. */
  readonly table?: string | undefined;
  /** Go on where a table leaves many pictures without a label. */
  readonly allowLosses?: boolean | undefined;
  /** Folder for malformed.csv, which lists pictures without a label and rows without a picture. */
  readonly out?: string | undefined;
}

/**
 * Lists the pictures of `folder` with their labels.
 *
 * @throws ToolError for a folder without pictures, for a table that fits none of them or that leaves many without a
 * label.
 */
export function openLabelledFolder(folder: string, options: LabelOptions = {}): LabelledFolder {
  const { columns = {}, classes = new Map(), out, allowLosses = false } = options;
  const filenames = listPictures(folder);
  const table = labelTable(folder, options.table);
  const labels = readLabels(folder, filenames, table, { columns, classes });
  if (out !== undefined) writeComplaints(labels, out);
  if (table === undefined) return { filenames, labels: labels.known, remarks: remarksOn(labels) };
  if (labels.known.size === 0) throw new ToolError(noneFits(labels, table, folder));
  const sentence = sentenceOnLosses(labels.malformed, filenames.length, allowLosses);
  const remarks = remarksOn(labels);
  return { filenames, labels: labels.known, remarks: sentence === undefined ? remarks : [sentence, ...remarks] };
}

function writeComplaints({ malformed, strays }: Labels, out: string): void {
  prepareFolder(out);
  const rows = [...malformed, ...strays].map(([filename, reason]) => ({ filename, reason }));
  writeWhole(join(out, "malformed.csv"), stringify(rows, { header: true, columns: ["filename", "reason"] }));
}

function noneFits({ malformed }: Labels, table: string, folder: string): string {
  const [name, reason] = malformed[0] ?? ["", ""];
  return `No row of ${table} labels a picture of ${folder}: ${name}: ${reason}.`;
}

function remarksOn({ known, malformed, strays, remarks }: Labels): string[] {
  if (known.size === 0) return ["No labels: pass --labels, or name pictures as UTKFace does, to have errors measured."];
  const all = [...remarks];
  if (malformed.length > 0) all.push(`${malformed.length} pictures have no label, so that their errors are not known.`);
  if (strays.length > 0) all.push(`${strays.length} rows of labels name no picture of the folder, or more than one.`);
  return all;
}
