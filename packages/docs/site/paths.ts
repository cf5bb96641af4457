import { join, relative, resolve } from "node:path";

/** The repository's root; sources of pages are named relative to it. */
export const REPOSITORY = resolve(import.meta.dirname, "../../..");
/** The workspace of the docs site. */
export const WORKSPACE = resolve(import.meta.dirname, "..");
/** Where the site is built. */
export const OUTPUT = join(WORKSPACE, "dist");
/** Where TypeDoc writes Markdown, which becomes pages. */
export const API_FOLDER = join(REPOSITORY, "node_modules/.cache/agelens/docs-api");

/** A path as the repository names it, with forward slashes. */
export function inRepository(path: string): string {
  return relative(REPOSITORY, path).replaceAll("\\", "/");
}
