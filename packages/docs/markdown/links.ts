import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import type { Images } from "../site/images.ts";
import { REPOSITORY } from "../site/paths.ts";
import type { PageEnvironment } from "./environment.ts";

/** How the site's own pages name a page that no single file is: `site:api/index.html`. */
const IN_SITE = /^site:/;
/** Files that the package's build copies: its README names the copies. */
const COPIED = /^packages\/engine\/dist\/(?=models\/)/;
const ELSEWHERE = /^[a-z][a-z+.-]*:/i;

/** Where files of the repository are found in the site. */
export interface SiteFiles {
  /** The page that shows a file, relative to the site. */
  pageOf(source: string): string | undefined;
  readonly images: Images;
}

/**
 * Turns links between files of the repository into links between pages. What is no page is named, not linked.
 *
 * @throws Error (from rendering) when a link leads nowhere.
 */
export function links(md: MarkdownIt, files: SiteFiles): void {
  md.core.ruler.push("links", ({ tokens, env }) => {
    for (const { children } of tokens) if (children) resolveInline(children, env as PageEnvironment, files);
  });
}

function resolveInline(children: Token[], env: PageEnvironment, files: SiteFiles): void {
  let named: { readonly path: string; readonly from: number } | undefined;
  children.forEach((token, index) => {
    if (token.type === "image") resolveImage(token, env, files);
    if (token.type === "link_open") {
      const href = token.attrGet("href") ?? "";
      const address = linkAddress(href, env, files);
      if (address !== undefined) token.attrSet("href", address);
      else named = { path: repositoryPath(href, env), from: index };
    } else if (token.type === "link_close" && named) {
      nameInstead(children, named, index);
      named = undefined;
    }
  });
}

/** The address of what a link leads to, relative to the page; `undefined` for a file that is no page. */
function linkAddress(href: string, env: PageEnvironment, files: SiteFiles): string | undefined {
  if (IN_SITE.test(href)) return relativeAddress(env.url, href.replace(IN_SITE, ""));
  if (ELSEWHERE.test(href)) return href;
  const [path = "", anchor] = href.split("#", 2);
  const target = files.pageOf(path === "" ? env.source : repositoryPath(path, env));
  // An included part may point to a heading that stands on its own file's page, or on this one.
  if (path === "" && (target === undefined || target === env.url)) return href;
  return target && `${relativeAddress(env.url, target)}${anchor ? `#${anchor}` : ""}`;
}

function resolveImage(token: Token, env: PageEnvironment, { images }: SiteFiles): void {
  const { url, width, height } = images.use(repositoryPath(token.attrGet("src") ?? "", env));
  token.attrSet("src", relativeAddress(env.url, url));
  token.attrSet("width", String(width));
  token.attrSet("height", String(height));
}

function repositoryPath(href: string, { source }: PageEnvironment): string {
  const named = posix.join(posix.dirname(source), decodeURI(href.replace(/#.*/, "")));
  const path = named.replace(COPIED, "public/");
  if (!existsSync(join(REPOSITORY, path))) throw new Error(`${source}: the link to ${href} leads nowhere.`);
  return path;
}

/** Replaces a link by its words and, unless these say it, the file's path in the repository. */
function nameInstead(children: Token[], { path, from }: { path: string; from: number }, to: number): void {
  const opening = children[from];
  const closing = children[to];
  if (!opening || !closing) return;
  const words = children
    .slice(from + 1, to)
    .map(({ content }) => content)
    .join("");
  const says = path.endsWith(words.replace(/^[./]+/, ""));
  Object.assign(opening, { type: "html_inline", content: "" });
  Object.assign(closing, { type: "html_inline", content: says ? "" : ` (<code>${path}</code>)` });
}

/** How a page of the site calls another place in it. */
export function relativeAddress(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to);
}
