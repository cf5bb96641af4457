import type MarkdownIt from "markdown-it";
import { highlightCode } from "./code.ts";

/** Inline code up to this long is never broken, so that `engine-closed` stays one word also at the end of a line. */
const UNBROKEN = 24;
/** A cell up to this long that holds a figure, such as `4.59 (4.38 to 4.82)`, stays on one line. */
const LONGEST_FIGURE = 26;

/** Tables and code in boxes of their own, which scroll sideways where the page is narrow. */
export function blocks(md: MarkdownIt): void {
  const { escapeHtml } = md.utils;
  md.renderer.rules.table_open = () => '<div class="table"><table>\n';
  md.renderer.rules.table_close = () => "</table></div>\n";
  for (const cell of ["th_open", "td_open"]) {
    // The alignment as an attribute: an inline style would need a laxer security policy.
    md.renderer.rules[cell] = (tokens, index) => {
      const { tag = "td", attrGet } = tokens[index] ?? {};
      const [, side] = /text-align:(\w+)/.exec(attrGet?.call(tokens[index], "style") ?? "") ?? [];
      const text = tokens[index + 1]?.content ?? "";
      const isFigure = text.length <= LONGEST_FIGURE && /\d/.test(text);
      return `<${tag}${side ? ` data-align="${side}"` : ""}${isFigure ? ' class="figure"' : ""}>`;
    };
  }
  md.renderer.rules.code_inline = (tokens, index) => {
    const { content = "" } = tokens[index] ?? {};
    return `<code${content.length <= UNBROKEN ? ' class="unbroken"' : ""}>${escapeHtml(content)}</code>`;
  };
  md.renderer.rules.fence = (tokens, index) => {
    const { content = "", info = "" } = tokens[index] ?? {};
    const [language = ""] = info.trim().split(/\s+/);
    const kind = language ? "code" : "code drawing";
    return `<div class="${kind}"><pre><code>${highlightCode(content, language) ?? escapeHtml(content)}</code></pre></div>\n`;
  };
}
