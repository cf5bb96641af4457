import GithubSlugger from "github-slugger";

const HEADING = /^(#{1,6}) (.+)$/;

/**
 * A part of a Markdown file without its heading: what stands below the heading with this anchor, or, without an
 * anchor, what stands between the title and the first heading after it.
 *
 * @throws Error when there is no such part.
 */
export function sectionOf(markdown: string, anchor?: string): string {
  const headings = headingsOf(markdown);
  const slugger = new GithubSlugger();
  const slugs = headings.map(({ text }) => slugger.slug(text));
  const start = anchor === undefined ? 0 : slugs.indexOf(anchor);
  const heading = headings[start];
  if (!heading) throw new Error(`there is no heading #${anchor}`);
  const depth = anchor === undefined ? 6 : heading.depth;
  const next = headings.slice(start + 1).find((other) => other.depth <= depth);
  return markdown
    .split("\n")
    .slice(heading.line + 1, next?.line)
    .join("\n")
    .trim();
}

interface Heading {
  readonly line: number;
  readonly depth: number;
  readonly text: string;
}

/** Headings outside of code blocks. */
function headingsOf(markdown: string): readonly Heading[] {
  let inCode = false;
  return markdown.split("\n").flatMap((text, line) => {
    if (text.startsWith("```")) inCode = !inCode;
    const [, marks, words] = HEADING.exec(text) ?? [];
    return inCode || !marks || !words ? [] : [{ line, depth: marks.length, text: words }];
  });
}
