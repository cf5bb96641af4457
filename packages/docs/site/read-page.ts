import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "./page.ts";
import { REPOSITORY } from "./paths.ts";

const LONGEST_DESCRIPTION = 160;

/** What the list of pages says about one. */
export interface PageEntry extends Pick<Page, "url" | "source"> {
  /** When its heading is too long for the menu. */
  readonly menuName?: string | undefined;
  /** When its first paragraph does not describe it. */
  readonly description?: string;
  readonly children?: readonly Page[];
}

/**
 * Reads a page's file; its heading is the title, its first paragraph the description.
 *
 * @throws Error when the file has no heading of level 1 or no paragraph.
 */
export function readPage({ url, source, menuName, description, children = [] }: PageEntry): Page {
  const markdown = readFileSync(join(REPOSITORY, source), "utf8");
  const title = plainText(/^# (.+)$/m.exec(markdown)?.[1] ?? "");
  const described = description ?? shorten(plainText(firstParagraph(markdown)));
  if (!title || !described) throw new Error(`${source}: a page needs a heading and a paragraph.`);
  return { url, source, markdown, title, description: described, menuName: menuName ?? title, children };
}

function firstParagraph(markdown: string): string {
  const blocks = markdown.replace(/^```[\s\S]*?^```/gm, "").split(/\n\s*\n/);
  return blocks.map((block) => block.trim()).find((block) => /^[\p{L}\p{N}*`[(“"]/u.test(block)) ?? "";
}

/** Markdown without its marks. */
function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*`\\]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function shorten(text: string): string {
  if (text.length <= LONGEST_DESCRIPTION) return text;
  return `${text.slice(0, LONGEST_DESCRIPTION - 1).replace(/\s+\S*$/, "")}…`;
}
