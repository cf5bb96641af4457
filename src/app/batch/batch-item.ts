import type { PictureRecord } from "../export/picture-record.ts";
import type { Problem } from "../store/problem.ts";

/** What is known about one picture of a batch. Plain data, so that it can be kept in the browser. */
export type BatchItem = {
  /** The same for the same file, also when it is chosen again after a reload. */
  readonly id: string;
  /** Place in the batch, from 0. */
  readonly order: number;
  /** The file's name, with its folders where they are known. */
  readonly name: string;
} & ItemState;

export type ItemState =
  | { readonly status: "waiting" }
  /** Without crops and posteriors: a thousand pictures must not fill the memory. */
  | { readonly status: "read"; readonly record: PictureRecord }
  | { readonly status: "failed"; readonly problem: Problem };

/** A file that was found in what a person chose. */
export interface FoundFile {
  readonly path: string;
  readonly file: File;
}

/** What makes two files the same: name with folders, size, and time of the last change. */
export function itemId({ path, file }: FoundFile): string {
  return `${path}|${file.size}|${file.lastModified}`;
}

/** The item with a new state; what was known before is forgotten. */
export function withState({ id, order, name }: BatchItem, state: ItemState): BatchItem {
  return { id, order, name, ...state };
}
