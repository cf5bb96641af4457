import { AGE_GROUPS, groupOfAge } from "./age-groups.ts";

/** What is known about the labelled face of a picture. */
export interface Label {
  /** Age in years where the data set gives it. */
  readonly age?: number;
  /** Index in AGE_GROUPS. */
  readonly group: number;
}

/** The label of an age in whole or fractional years. */
export function ageLabel(age: number): Label {
  return { age, group: groupOfAge(age) };
}

/** The label as data sets write it: the age where it is known, else the group's name. */
export function labelText({ age, group }: Label): string {
  return age === undefined ? (AGE_GROUPS[group]?.name ?? "") : String(age);
}

/** `<age>_<gender>_<ethnicity>_<timestamp>`, as in the UTKFace data set. */
const UTKFACE_NAME = /(?:^|\/)(\d{1,3})_[01]_[0-4]_\d+\D*$/;

/**
 * Labels of those pictures whose names follow UTKFace; others get none.
 *
 * @example labelsOfNames(["26_1_2_20170104165424627.jpg"]).get("26_1_2_20170104165424627.jpg") // { age: 26, group: 3 }
 */
export function labelsOfNames(filenames: readonly string[]): Map<string, Label> {
  return new Map(
    filenames.flatMap((filename) => {
      const age = UTKFACE_NAME.exec(filename)?.[1];
      return age === undefined ? [] : [[filename, ageLabel(Number(age))] as const];
    }),
  );
}
