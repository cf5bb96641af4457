import { FILTER_CONTROLS, type FilterId, type FilterStep } from "../../engine/index.ts";
import type { Finding } from "../quality/finding.ts";
import { listed } from "./format.ts";
import type { Text } from "./text.ts";

/** The verdict on a picture in one line, for instance “Blurry and dark”. */
export function verdictText({ locale, quality }: Text, found: readonly Finding[]): string {
  if (found.length === 0) return quality.good;
  const adjectives = found.map((finding) => quality.findings[finding].adjective);
  return capitalised(listed(locale, adjectives));
}

/** The settings of one step, for instance “amount 1.2, radius 1”. */
export function filterSummary(text: Text, { filterId, params }: FilterStep): string {
  const names: Readonly<Record<string, string>> = text.quality.filters[filterId].params;
  const settings = Object.entries(params).map(
    ([param, value]) => `${names[param]?.toLowerCase()} ${paramText(text, filterId, param, value)}`,
  );
  return settings.join(", ");
}

/** The value of a parameter: the name of a choice, else a number about as fine as its slider. */
export function paramText(text: Text, filterId: FilterId, param: string, value: number): string {
  const range = FILTER_CONTROLS[filterId].params[param];
  const choice = range?.choices?.[value];
  const choices: Readonly<Record<string, string>> = text.quality.choices;
  if (choice !== undefined) return choices[choice] ?? choice;
  return formatFigure(text, value, range && range.step < 0.1 ? 2 : 1);
}

/** A number in the page's language with up to so many decimals. */
export function formatFigure({ locale }: Text, value: number, maximumFractionDigits = 0): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits }).format(value);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
