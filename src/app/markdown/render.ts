import createPurifier from "dompurify";
import { marked } from "marked";

const purifier = createPurifier(window);

/** Markdown (GitHub's flavour) as nodes that hold neither scripts nor styles, headings `deeper` levels further down. */
export function renderMarkdown(source: string, deeper: number): DocumentFragment {
  const tokens = marked.lexer(source);
  for (const token of tokens) if (token.type === "heading") token.depth = Math.min(6, token.depth + deeper);
  return purifier.sanitize(marked.parser(tokens), { RETURN_DOM_FRAGMENT: true, FORBID_TAGS: ["style", "img", "form"] });
}
