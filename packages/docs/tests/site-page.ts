import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { Parser } from "htmlparser2";
import { OUTPUT } from "../site/paths.ts";

/** What the markup of a page holds and leads to. */
export interface SitePage {
  /** Relative to the site. */
  readonly file: string;
  readonly ids: Set<string>;
  /** As written. */
  readonly links: string[];
  /** What the page loads: scripts, styles, icons and pictures. */
  readonly loads: string[];
  readonly picturesWithoutWords: string[];
  /** Attributes that its security policy would ignore. */
  readonly inlineCode: string[];
  headings: number;
  title: string;
  description: string;
}

/** Every page of the built site. */
export function readSite(): ReadonlyMap<string, SitePage> {
  const files = readdirSync(OUTPUT, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
  return new Map(files.filter((file) => file.endsWith(".html")).map((file) => [file, readPage(file)]));
}

/** The file of the site that an address on a page leads to. */
export function targetOf({ file }: SitePage, address: string): string {
  const path = decodeURI(address.replace(/[?#].*/, ""));
  return path === "" ? file : posix.join(posix.dirname(file), path);
}

function readPage(file: string): SitePage {
  const page: SitePage = {
    file,
    ids: new Set(),
    links: [],
    loads: [],
    picturesWithoutWords: [],
    inlineCode: [],
    headings: 0,
    title: "",
    description: "",
  };
  let inTitle = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      inTitle = name === "title";
      note(page, name, attributes);
    },
    ontext(text) {
      if (inTitle) page.title += text;
    },
    onclosetag() {
      inTitle = false;
    },
  });
  parser.end(readFileSync(join(OUTPUT, file), "utf8"));
  return page;
}

function note(page: SitePage, name: string, attributes: Readonly<Record<string, string>>): void {
  const { id, href, src, alt } = attributes;
  if (id) page.ids.add(id);
  if (name === "h1") page.headings += 1;
  if (name === "a" && href !== undefined) page.links.push(href);
  if (name === "link" && href !== undefined) page.loads.push(href);
  if (src !== undefined) page.loads.push(src);
  if (name === "img" && !alt) page.picturesWithoutWords.push(src ?? "");
  if (name === "meta" && attributes.name === "description") page.description = attributes.content ?? "";
  for (const attribute of Object.keys(attributes)) {
    if (attribute === "style" || attribute.startsWith("on")) page.inlineCode.push(`${name} ${attribute}`);
  }
}
