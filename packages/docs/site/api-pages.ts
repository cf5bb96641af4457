import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "./page.ts";
import { API_FOLDER, inRepository } from "./paths.ts";
import { readPage } from "./read-page.ts";

/** The overview of what TypeDoc wrote, with a page for every export below it. */
export function apiOverview(): Page {
  const files = readdirSync(API_FOLDER, { recursive: true, encoding: "utf8" }).map((file) =>
    file.replaceAll("\\", "/"),
  );
  const children = files
    .filter((file) => file.includes("/") && file.endsWith(".md"))
    .sort()
    .map(exportPage);
  return readPage({
    url: "api/index.html",
    source: inRepository(join(API_FOLDER, "README.md")),
    menuName: "API",
    description: "Every call, option and result of the engine, with units, ranges and errors.",
    children,
  });
}

function exportPage(file: string): Page {
  const name = file.replace(/^.*\//, "").replace(/\.md$/, "");
  return readPage({
    url: `api/${file.replace(/md$/, "html")}`,
    source: inRepository(join(API_FOLDER, file)),
    menuName: name,
    description: `${name} in the engine's API.`,
  });
}
