import { expect, it } from "vitest";

/** The text of every module by its path; filters' parameters are told by their type. */
const MODULES: Record<string, string> = import.meta.glob(
  [
    "./**/*.ts",
    "../math/*.ts",
    "../element/**/*.ts",
    "../react/**/*.ts",
    "!**/*.test.ts",
    "!**/testing/**",
    "!./filters/*/params.ts",
  ],
  { query: "?raw", import: "default", eager: true },
);
const EXPORT = /^export (?:abstract )?(?:async )?(?:class|const|function|interface|type) (\w+)/;

/** The exports above which no comment says what they are; of overloads the first one has to have it. */
function undocumented([path, text]: [string, string]): string[] {
  const lines = text.split("\n");
  const seen = new Set<string>();
  return lines.flatMap((line, index) => {
    const name = EXPORT.exec(line)?.[1];
    if (!name || seen.has(name)) return [];
    seen.add(name);
    return lines[index - 1]?.trimEnd().endsWith("*/") ? [] : [`${path}: ${name}`];
  });
}

it("says of every export of engine, math, element and hooks what it is", () => {
  expect(Object.keys(MODULES).length).toBeGreaterThan(100);
  expect(Object.entries(MODULES).flatMap(undocumented)).toEqual([]);
});
