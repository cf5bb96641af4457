import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Eleventy from "@11ty/eleventy";
import { GENERATORS } from "../generated/generators.ts";
import { relativeAddress } from "../markdown/links.ts";
import { createRenderer, type RenderedPage } from "../markdown/renderer.ts";
import { allPages, readGroups, withChildren } from "./groups.ts";
import { Images } from "./images.ts";
import type { Page, PageGroup } from "./page.ts";
import { OUTPUT, REPOSITORY, WORKSPACE } from "./paths.ts";
import { searchEntries } from "./search-entries.ts";

/** Renders every page into the site, with the images and the search index; says how many there are. */
export async function writePages(): Promise<number> {
  const groups = readGroups();
  const pages = allPages(groups);
  const images = new Images();
  const byFile = new Map(pages.map(({ source, url }) => [source, url]));
  const render = createRenderer({ pageOf: (source) => byFile.get(source), images }, GENERATORS);
  const rendered = pages.map((page) => ({ page, ...render(page) }));
  await layOut(groups, rendered);
  for (const [source, url] of [["public/favicon.svg", "assets/favicon.svg"], ...images.used] as const) {
    mkdirSync(dirname(join(OUTPUT, url)), { recursive: true });
    copyFileSync(join(REPOSITORY, source), join(OUTPUT, url));
  }
  writeFileSync(join(OUTPUT, "assets/search.json"), JSON.stringify(rendered.flatMap(searchEntries)));
  return pages.length;
}

/** Puts every page into the layout. */
async function layOut(
  groups: readonly PageGroup[],
  rendered: readonly (RenderedPage & { page: Page })[],
): Promise<void> {
  const eleventy = new Eleventy(join(WORKSPACE, "layout"), OUTPUT, {
    quietMode: true,
    configPath: null,
    config: (config) => {
      config.addFilter("from", (to: string, from: string) => relativeAddress(from, to));
      config.addFilter("isOpen", (page: Page, current: Page) =>
        withChildren(page).some(({ url }) => url === current.url),
      );
      config.addGlobalData("groups", groups);
      rendered.forEach(({ page, html, sections }, index) => {
        config.addTemplate(page.url, html, {
          permalink: page.url,
          layout: "page.njk",
          templateEngineOverride: "html",
          current: page,
          contents: sections.filter(({ level }) => level === 2 || level === 3),
          next: rendered[index + 1]?.page,
        });
      });
    },
  });
  await eleventy.write();
}
