const BEFORE = 40;
const LENGTH = 160;

/** The part of a text around the first of the terms that stands in it. */
export function excerpt(text: string, terms: readonly string[]): string {
  const lower = text.toLowerCase();
  const found = terms.map((term) => lower.indexOf(term)).filter((place) => place >= 0);
  const start = Math.max(0, Math.min(...(found.length > 0 ? found : [0])) - BEFORE);
  const from = start === 0 ? 0 : text.indexOf(" ", start) + 1;
  const part = text.slice(from, from + LENGTH);
  return `${from > 0 ? "… " : ""}${part}${from + LENGTH < text.length ? " …" : ""}`;
}
