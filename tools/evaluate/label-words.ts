import words from "./label-words.json" with { type: "json" };

/** Whole ages that a label allows, both included. `years` is there where it is exact, with decimals as written. */
export interface Ages {
  readonly low: number;
  readonly high: number;
  readonly years?: number;
}

/** Ages, both included, of folders and groups by their names in lower case. */
export type Classes = ReadonlyMap<string, readonly [low: number, high: number]>;

/** A column of label tables by our name for it. */
export type Column = keyof typeof words.columns;

/** Other names of our columns, best first. */
export const COLUMN_NAMES: Readonly<Record<Column, readonly string[]>> = words.columns;

/** The largest share of pictures that may be lost without a word from the user. */
export const MOST_LOST = words.mostLost;

const patterns = Object.fromEntries(
  Object.entries(words.ages).map(([name, pattern]) => [name, new RegExp(pattern)]),
) as Record<keyof typeof words.ages, RegExp>;

const UTKFACE_NAME = new RegExp(words.utkfaceName, "i");

/** Lower case without spaces around, in one Unicode form. */
export function plain(text: string): string {
  return text.normalize("NFC").trim().toLowerCase();
}

/** Whether a field is empty or says that nothing is known. */
export function isUnknown(text: string): boolean {
  return words.unknown.includes(plain(text));
}

/**
 * Reads an age, a range of ages or a name of `classes`, as people write them; returns the reason where it is none.
 *
 * @example parseAges("more than 70", new Map()) // { low: 70, high: 120 }
 */
export function parseAges(text: string, classes: Classes): Ages | string {
  const named = classes.get(plain(text));
  if (named) return within(named[0], named[1], text);
  const age = plain(text).replace(patterns.ending, "");
  if (patterns.number.test(age)) return exactAge(Number(age.replace(",", ".")), text);
  const range = patterns.range.exec(age) ?? patterns.brackets.exec(age);
  if (range) return within(Number(range[1]), Number(range[2]), text);
  const atLeast = patterns.atLeast.exec(age);
  if (atLeast) return within(Number(atLeast[1] ?? atLeast[2]), words.oldest, text);
  const below = patterns.below.exec(age);
  return below ? within(0, Number(below[1]) - 1, text) : `“${text}” is no age`;
}

/** An age in years, which may have decimals; returns the reason where it is outside of a life. */
export function exactAge(years: number, text: string): Ages | string {
  const ages = within(Math.floor(years), Math.floor(years), text);
  return typeof ages === "string" ? ages : { ...ages, years };
}

function within(low: number, high: number, text: string): Ages | string {
  if (low < 0 || high > words.oldest || low > words.oldest) return `age ${text} is outside 0…${words.oldest}`;
  return low > high ? `the range ${text} ends before it begins` : { low, high };
}

/** Ages that a folder's name stands for: a year, a range or a name of `classes`. */
export function parseFolder(name: string, classes: Classes): Ages | undefined {
  const texts = [name, plain(name).replace(patterns.folderBeginning, "")];
  return texts.map((text) => parseAges(text, classes)).find((ages) => typeof ages !== "string");
}

/** The age in a name as UTKFace gives it, `<age>_<gender>_<ethnicity>_<timestamp>`; the reason where it is none. */
export function parseName(filename: string): Ages | string {
  const age = UTKFACE_NAME.exec(filename.slice(filename.lastIndexOf("/") + 1))?.[1];
  return age === undefined ? "name is not age_gender_ethnicity_timestamp" : exactAge(Number(age), String(Number(age)));
}
