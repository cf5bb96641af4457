/** Something that was dropped, pasted or picked: a file, or a folder that has yet to be walked through. */
export interface Incoming {
  readonly file: File | null;
  /** Set for what was dropped. */
  readonly entry?: FileSystemEntry | null;
  /** A folder that can be opened again after a reload, in browsers that know such handles. */
  readonly folder?: Promise<FileSystemHandle | null> | undefined;
}

/** Everything that a drop or a paste carries. Must be called during the event: browsers forget its contents afterwards. */
export function incomingOf(transfer: DataTransfer | null): Incoming[] {
  const items = [...(transfer?.items ?? [])].filter(({ kind }) => kind === "file");
  return items.map((item) => {
    const entry = item.webkitGetAsEntry();
    const folder = entry?.isDirectory ? item.getAsFileSystemHandle?.() : undefined;
    return { file: item.getAsFile(), entry, folder };
  });
}

/** Files as they come from a file dialogue. */
export function pickedFiles(files: FileList | null): Incoming[] {
  return [...(files ?? [])].map((file) => ({ file }));
}

/** Whether it is a folder. */
export function isFolder({ entry }: Incoming): boolean {
  return entry?.isDirectory === true;
}

/** The files that claim to be pictures; else the first file, so that the engine can say what is wrong with it. */
export function picturesOf(incoming: readonly Incoming[]): File[] {
  const files = incoming.flatMap(({ file }) => file ?? []);
  const pictures = files.filter(({ type }) => type.startsWith("image/"));
  return pictures.length > 0 ? pictures : files.slice(0, 1);
}
