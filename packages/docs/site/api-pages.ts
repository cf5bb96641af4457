import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "./page.ts";
import { API_FOLDER, inRepository } from "./paths.ts";
import { readPage } from "./read-page.ts";

const PACKAGE = "@agelens/engine";

/** The overview of what TypeDoc wrote: below it the package's entries, below each what it exports. */
export function apiOverview(): Page {
  const entries = readdirSync(API_FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return readPage({
    url: "api/index.html",
    source: inRepository(join(API_FOLDER, "README.md")),
    menuName: "API",
    description: "Every call, option and result of the engine, with units, ranges and errors.",
    children: entries.map(({ name }) => entryPage(name)),
  });
}

function entryPage(name: string): Page {
  const menuName = name === "engine" ? PACKAGE : `${PACKAGE}/${name}`;
  const files = readdirSync(join(API_FOLDER, name), { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\/.*\.md$/.test(file));
  return readPage({
    url: `api/${name}/index.html`,
    source: inRepository(join(API_FOLDER, name, "README.md")),
    menuName,
    description: `Everything that ${menuName} exports, with one sentence about each.`,
    children: files.map((file) => exportPage(name, file, menuName)).sort(byMenuName),
  });
}

function exportPage(entry: string, file: string, from: string): Page {
  const path = join(API_FOLDER, entry, file);
  const name = /^# (\w+)/.exec(readFileSync(path, "utf8"))?.[1] ?? file;
  return readPage({
    url: `api/${entry}/${file.replace(/md$/, "html")}`,
    source: inRepository(path),
    menuName: name,
    description: `${name} of ${from}: what it is, takes and gives.`,
  });
}

function byMenuName(a: Page, b: Page): number {
  return a.menuName.localeCompare(b.menuName, "en");
}
