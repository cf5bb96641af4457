import type MarkdownIt from "markdown-it";
import type { PageEnvironment } from "./environment.ts";

/** Gives headings their anchors as GitHub does, and notes what is said below each. */
export function headings(md: MarkdownIt): void {
  md.core.ruler.push("headings", ({ tokens, env }) => {
    const { slugger, sections } = env as PageEnvironment;
    tokens.forEach((token, index) => {
      if (token.type !== "inline") return;
      const opening = tokens[index - 1];
      const text = (token.children ?? [])
        .map(({ type, content }) => (type === "softbreak" ? " " : type === "html_inline" ? "" : content))
        .join("");
      if (opening?.type !== "heading_open") {
        sections.at(-1)?.texts.push(text);
        return;
      }
      const id = slugger.slug(text);
      opening.attrSet("id", id);
      sections.push({ id, level: Number(opening.tag.slice(1)), heading: text, texts: [] });
    });
  });
  md.renderer.rules.heading_close = (tokens, index) => {
    const opening = tokens[index - 2];
    const tag = tokens[index]?.tag ?? "h2";
    const id = opening?.attrGet("id");
    if (tag === "h1" || !id) return `</${tag}>\n`;
    return ` <a class="anchor" href="#${id}" aria-label="Link to this section">#</a></${tag}>\n`;
  };
}
