/** Browsers read a saved file's contents after the click; they are let go of once that is surely done. */
const RELEASE_AFTER_MS = 60_000;

/** Saves a file under a name where the browser keeps downloads. */
export function saveFile(name: string, contents: Blob): void {
  const url = URL.createObjectURL(contents);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_AFTER_MS);
}

/** Saves a text; CSV gets the mark by which spreadsheets recognise UTF-8. */
export function saveText(name: string, text: string): void {
  const isCsv = name.endsWith(".csv");
  saveFile(name, new Blob([isCsv ? `\uFEFF${text}` : text], { type: isCsv ? "text/csv" : "application/json" }));
}

/** A picture's name without its folders and ending, for what is made of it: “trip/a.b.jpg” → “a.b”. */
export function baseName(name: string): string {
  const file = name.slice(name.lastIndexOf("/") + 1);
  const dot = file.lastIndexOf(".");
  return dot > 0 ? file.slice(0, dot) : file;
}
