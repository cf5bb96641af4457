import { type Incoming, isPicture } from "../files/incoming.ts";
import type { FoundFile } from "./batch-item.ts";

/** Everything that was found in what a person chose. */
export interface Collected {
  readonly found: readonly FoundFile[];
  /** How many files are no pictures by their names. */
  readonly leftOut: number;
  /** Folders that can be opened again after a reload. */
  readonly folders: readonly FileSystemDirectoryHandle[];
}

/** Walks through files and folders, also those inside. Pictures come in the natural order of their paths. */
export async function collect(incoming: readonly Incoming[]): Promise<Collected> {
  const found: FoundFile[] = [];
  const folders: FileSystemDirectoryHandle[] = [];
  for (const { file, entry, folder } of incoming) {
    const handle = await folder;
    if (handle?.kind === "directory") {
      folders.push(handle as FileSystemDirectoryHandle);
      await walkHandle(handle as FileSystemDirectoryHandle, handle.name, found);
    } else if (entry?.isDirectory) await walkEntry(entry as FileSystemDirectoryEntry, found);
    else if (file) found.push({ path: file.webkitRelativePath || file.name, file });
  }
  return { ...onlyPictures(found), folders };
}

/** As collect, for folders that were opened before. */
export async function collectFolders(folders: readonly FileSystemDirectoryHandle[]): Promise<Collected> {
  return collect(folders.map((folder) => ({ file: null, folder: Promise.resolve(folder) })));
}

function onlyPictures(all: readonly FoundFile[]): Omit<Collected, "folders"> {
  const found = all.filter(({ file }) => isPicture(file)).sort((a, b) => collator.compare(a.path, b.path));
  return { found, leftOut: all.length - found.length };
}

const collator = new Intl.Collator(undefined, { numeric: true });

async function walkHandle(folder: FileSystemDirectoryHandle, path: string, found: FoundFile[]): Promise<void> {
  for await (const child of folder.values()) {
    const childPath = `${path}/${child.name}`;
    if (child.kind === "file") found.push({ path: childPath, file: await child.getFile() });
    else await walkHandle(child, childPath, found);
  }
}

/** The older interface for dropped folders, which every browser has. */
async function walkEntry(folder: FileSystemDirectoryEntry, found: FoundFile[]): Promise<void> {
  for (const child of await readAll(folder.createReader())) {
    if (child.isDirectory) await walkEntry(child as FileSystemDirectoryEntry, found);
    else found.push({ path: child.fullPath.slice(1), file: await fileOf(child as FileSystemFileEntry) });
  }
}

/** Readers hand out entries in portions; an empty one is the end. */
async function readAll(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0) return all;
    all.push(...portion);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
