import { readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { ToolError } from "./tool-error.ts";

/** Files that claim to be pictures, also of kinds that browsers cannot read: those are reported, not passed over. */
const PICTURE_NAME = /\.(jpe?g|png|webp|avif|gif|bmp|tiff?|hei[cf])$/i;

/**
 * Names of all pictures in `folder` and the folders inside it, relative to it, with forward slashes, in name order.
 * Names that begin with a dot are passed over.
 *
 * @throws ToolError when there is no such folder, or no picture in it.
 */
export function listPictures(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ToolError(`There is no folder ${folder}: pass the folder that holds the pictures with --images.`);
  }
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && PICTURE_NAME.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((name) => !/(^|\/)\./.test(name));
  if (names.length > 0) return names.sort();
  throw new ToolError(`${folder} holds no pictures: pass a folder with JPEG, PNG, WebP or AVIF files with --images.`);
}
