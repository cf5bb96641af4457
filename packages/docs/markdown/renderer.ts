import GithubSlugger from "github-slugger";
import MarkdownIt from "markdown-it";
import { blocks } from "./blocks.ts";
import type { PageEnvironment, PageSection } from "./environment.ts";
import { headings } from "./headings.ts";
import { links, type SiteFiles } from "./links.ts";
import { type Generators, type Part, partsOf } from "./parts.ts";

/** A page's content as HTML, with its headings and what they say. */
export interface RenderedPage {
  readonly html: string;
  readonly sections: readonly PageSection[];
}

/** Makes a function that renders pages of one site. */
export function createRenderer(
  files: SiteFiles,
  generators: Generators,
): (page: Part & { url: string }) => RenderedPage {
  const md = new MarkdownIt({ html: true }).use(blocks).use(headings).use(links, files);
  return ({ url, ...page }) => {
    const shared = { url, slugger: new GithubSlugger(), sections: [] } satisfies Omit<PageEnvironment, "source">;
    const html = partsOf(page, generators).map(({ source, markdown }) => md.render(markdown, { ...shared, source }));
    return { html: html.join(""), sections: shared.sections };
  };
}
