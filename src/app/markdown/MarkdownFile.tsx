import { useEffect, useRef, useState } from "react";
import { useText } from "../text/text.ts";
import styles from "./MarkdownFile.module.css";
import { renderMarkdown } from "./render.ts";

interface MarkdownFileProps {
  readonly url: string;
  /** How many levels below the page's headings those of the file are. */
  readonly deeper: number;
}

/** A text file of the site, laid out; says so when it cannot be had. */
export function MarkdownFile({ url, deeper }: MarkdownFileProps) {
  const text = useText();
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    fetchText(url, abort.signal)
      .then((source) => place.current?.replaceChildren(renderMarkdown(source, deeper)))
      .catch(() => setFailed(!abort.signal.aborted));
    return () => abort.abort();
  }, [url, deeper]);
  if (failed) return <p role="alert">{text.problems["download-failed"]}</p>;
  return <div className={styles.text} ref={place} data-testid="markdown" />;
}

async function fetchText(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url}: status ${response.status}`);
  return response.text();
}
