import { readFileSync } from "node:fs";
import { InvalidArgumentError } from "commander";
import { type Classes, plain } from "./label-words.ts";

/** Reads `age=Alter,filename=Datei` as a mapping of our columns to the table's. */
export function parseColumns(text: string): Record<string, string> {
  return Object.fromEntries(pairsOf(text, "age=Alter,filename=Datei"));
}

/** Reads `young=0-25,old=26-99`, or the age groups of a network's spec (a .json file). */
export function parseClasses(text: string): Classes {
  if (text.endsWith(".json")) return new Map(groupsOfSpec(text));
  return new Map(pairsOf(text, "young=0-25,old=26-99").map(([name, ages]) => [plain(name), rangeOf(ages)]));
}

function pairsOf(text: string, example: string): [name: string, value: string][] {
  return text.split(",").map((part) => {
    const [name = "", value = ""] = part.split("=").map((word) => word.trim());
    if (name === "" || value === "") throw new InvalidArgumentError(`Write it like ${example}.`);
    return [name, value];
  });
}

function rangeOf(text: string): [low: number, high: number] {
  const match = /^(\d+)\s*-\s*(\d+)$/.exec(text);
  if (!match) throw new InvalidArgumentError(`“${text}” is no range of whole ages like 0-25.`);
  return [Number(match[1]), Number(match[2])];
}

function groupsOfSpec(path: string): [name: string, ages: [low: number, high: number]][] {
  try {
    const { groups } = JSON.parse(readFileSync(path, "utf8")).head as {
      groups: { name: string; low: number; high: number }[];
    };
    return groups.map(({ name, low, high }) => [plain(name), [low, high]]);
  } catch {
    throw new InvalidArgumentError("Pass a network's spec with age groups, as training/specs/age-groups.json.");
  }
}
