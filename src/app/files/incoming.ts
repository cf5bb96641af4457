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

/** Endings of pictures for which some systems know no type. */
const PICTURE_ENDING = /\.(jpe?g|jfif|png|webp|avif|gif|bmp|ico|svg|heic|heif|jxl|tiff?)$/i;

/** Whether a file is a picture by its type, or by its name where the system knows no type; hidden files are none. */
export function isPicture({ name, type }: Pick<File, "name" | "type">): boolean {
  return !name.startsWith(".") && (type.startsWith("image/") || PICTURE_ENDING.test(name));
}

/** What came in, divided by whether it claims to be a picture. */
export interface Sorted {
  /** Where nothing claims to be a picture these are all files, so that the engine can say what is wrong with each. */
  readonly pictures: readonly File[];
  /** Names of the other files. */
  readonly leftOut: readonly string[];
}

/** Divides files into those to be read and those to be named as left out. */
export function sortFiles(incoming: readonly Incoming[]): Sorted {
  const files = incoming.flatMap(({ file }) => file ?? []);
  const pictures = files.filter(isPicture);
  if (pictures.length === 0) return { pictures: files, leftOut: [] };
  return { pictures, leftOut: files.filter((file) => !isPicture(file)).map(({ name }) => name) };
}
