import type MarkdownIt from "markdown-it";
import { highlightCode } from "./code.ts";

/** Inline code up to this long is never broken, so that `engine-closed` stays one word also at the end of a line. */
const UNBROKEN = 24;

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
      return side ? `<${tag} data-align="${side}">` : `<${tag}>`;
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
