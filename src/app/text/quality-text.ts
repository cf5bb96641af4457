import { FILTER_CONTROLS, type FilterId, type FilterStep } from "../../engine/index.ts";
import type { Finding } from "../quality/finding.ts";
import type { Catalogue } from "./catalogue.ts";

/** The verdict on a picture in one line, for instance “Blurry and dark”. */
export function verdictText({ locale, quality }: Catalogue, found: readonly Finding[]): string {
  if (found.length === 0) return quality.good;
  const adjectives = found.map((finding) => quality.findings[finding].adjective);
  return capitalised(listed(locale, adjectives));
}

/** “a, b and c”: Intl.ListFormat without the comma that American English puts before “and”. */
function listed(locale: string, words: readonly string[]): string {
  return new Intl.ListFormat(locale === "en" ? "en-GB" : locale).format(words);
}

/** The settings of one step, for instance “amount 1.2, radius 1”. */
export function filterSummary(text: Catalogue, { filterId, params }: FilterStep): string {
  const names = text.quality.filters[filterId].params;
  const settings = Object.entries(params).map(
    ([param, value]) => `${names[param]?.toLowerCase()} ${paramText(text, filterId, param, value)}`,
  );
  return settings.join(", ");
}

/** The value of a parameter: the name of a choice, else a number about as fine as its slider. */
export function paramText(text: Catalogue, filterId: FilterId, param: string, value: number): string {
  const range = FILTER_CONTROLS[filterId].params[param];
  const choice = range?.choices?.[value];
  if (choice !== undefined) return text.quality.choices[choice] ?? choice;
  return formatFigure(text, value, range && range.step < 0.1 ? 2 : 1);
}

/** A number in the page's language with up to so many decimals. */
export function formatFigure({ locale }: Catalogue, value: number, maximumFractionDigits = 0): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits }).format(value);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
