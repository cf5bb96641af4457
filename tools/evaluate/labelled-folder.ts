import { listPictures } from "../shared/pictures.ts";
import { ToolError } from "../shared/tool-error.ts";
import { readLabelFile } from "./label-file.ts";
import { type Label, labelsOfNames } from "./labels.ts";

/** The pictures of a folder and what is known about them. */
export interface LabelledFolder {
  readonly filenames: readonly string[];
  readonly labels: ReadonlyMap<string, Label>;
  /** What the user should know before trusting the figures. */
  readonly remarks: readonly string[];
}

/**
 * Lists the pictures of `folder` with labels from a CSV file, or from UTKFace names where no file is given.
 *
 * @throws ToolError for a folder without pictures, and for labels that fit none of them.
 */
export function openLabelledFolder(folder: string, labelFile: string | undefined): LabelledFolder {
  const filenames = listPictures(folder);
  const labels = labelFile === undefined ? labelsOfNames(filenames) : readLabelFile(labelFile);
  const unlabelled = filenames.filter((filename) => !labels.has(filename)).length;
  const absent = labels.size - (filenames.length - unlabelled);
  if (labelFile !== undefined && unlabelled === filenames.length) {
    throw new ToolError(`No row of ${labelFile} names a picture of ${folder}: check its column “filename”.`);
  }
  return { filenames, labels, remarks: labels.size === 0 ? [noLabels] : remarksOn(unlabelled, absent) };
}

const noLabels = "No labels: pass --labels, or name pictures as UTKFace does, to have errors measured.";

function remarksOn(unlabelled: number, absent: number): string[] {
  const remarks: string[] = [];
  if (unlabelled > 0) remarks.push(`${unlabelled} pictures have no label, so that their errors are not known.`);
  if (absent > 0) remarks.push(`${absent} labels name pictures that are not in the folder.`);
  return remarks;
}
