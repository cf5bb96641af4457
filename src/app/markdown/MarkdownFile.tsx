import createPurifier from "dompurify";
import { marked } from "marked";
import { useEffect, useRef, useState } from "react";
import { cardTerm } from "../text/model-names.ts";
import type { Text } from "../text/text.ts";
import { useText } from "../text/use-text.ts";
import styles from "./MarkdownFile.module.css";

interface MarkdownFileProps {
  readonly url: string;
  /** How many levels below the page's headings those of the file are. */
  readonly deeper: number;
}

/** A text file of the site, laid out; says so when it cannot be had. The files are in English. */
export function MarkdownFile({ url, deeper }: MarkdownFileProps) {
  const text = useText();
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    fetchText(url, abort.signal)
      .then((source) => place.current?.replaceChildren(translateHeads(renderMarkdown(source, deeper), text)))
      .catch(() => setFailed(!abort.signal.aborted));
    return () => abort.abort();
  }, [url, deeper, text]);
  if (failed) return <p role="alert">{text.problems["download-failed"]}</p>;
  return <div className={styles.text} ref={place} lang="en" data-testid="markdown" />;
}

async function fetchText(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url}: status ${response.status}`);
  return response.text();
}

const purifier = createPurifier(window);

/** Markdown (GitHub's flavour) as nodes that hold neither scripts nor styles, headings `deeper` levels further down. */
function renderMarkdown(source: string, deeper: number): DocumentFragment {
  const tokens = marked.lexer(source);
  for (const token of tokens) if (token.type === "heading") token.depth = Math.min(6, token.depth + deeper);
  return purifier.sanitize(marked.parser(tokens), { RETURN_DOM_FRAGMENT: true, FORBID_TAGS: ["style", "img", "form"] });
}

/** Puts a card's headings and the heads of its columns into the page's language. */
function translateHeads(file: DocumentFragment, text: Text): DocumentFragment {
  for (const head of file.querySelectorAll("h1, h2, h3, h4, h5, h6, th")) {
    const term = cardTerm(text, head.textContent);
    if (term === undefined) continue;
    head.textContent = term;
    head.setAttribute("lang", text.locale);
  }
  return file;
}
