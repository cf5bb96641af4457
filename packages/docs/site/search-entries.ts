import type { SearchEntry } from "../client/search-entry.ts";
import type { RenderedPage } from "../markdown/renderer.ts";
import type { Page } from "./page.ts";

/** What the search can find on a page: one entry for each heading with the text below it. */
export function searchEntries({ page, sections }: RenderedPage & { readonly page: Page }): readonly SearchEntry[] {
  return sections.map(({ id, level, heading, texts }) => ({
    url: level === 1 ? page.url : `${page.url}#${id}`,
    page: page.title,
    heading,
    text: texts.join(" "),
  }));
}
