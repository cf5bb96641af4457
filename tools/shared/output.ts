import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { ToolError } from "./tool-error.ts";

/** Creates the folder for results. Done before the work starts, so that a bad path does not cost a whole run. */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new ToolError(`The folder ${folder} cannot be made: pass another one with --out.`, { cause: error });
  }
}

/** Writes a file whole or not at all: under another name first, renamed when complete. */
export function writeWhole(path: string, text: string): void {
  const partial = `${path}.part`;
  prepareFolder(dirname(path));
  try {
    writeFileSync(partial, text);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw new ToolError(`${path} cannot be written: pass another place with --out.`, { cause: error });
  }
}

/** Data as indented JSON with a final line break. */
export function toJson(data: unknown): string {
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
