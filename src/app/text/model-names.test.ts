import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LANGUAGE_CODES, LANGUAGES } from "./languages.ts";
import { cardTerm, modelName, setName } from "./model-names.ts";

const FOLDER = join(import.meta.dirname, "../../../public/models");
const { models }: { models: { id: string; metrics: { set: string }[] }[] } = JSON.parse(
  readFileSync(join(FOLDER, "manifest.json"), "utf8"),
);
const cards = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith("card.md"));

describe.each(LANGUAGE_CODES.filter((code) => code !== "en"))("%s", (code) => {
  it("has a name for every published model and test set", async () => {
    const text = await LANGUAGES[code].load();
    for (const { id, metrics } of models) {
      expect(Object.keys(text.models.names), id).toContain(id);
      for (const { set } of metrics) expect(setName(text, set)).not.toBe(set);
    }
    expect(modelName(text, { id: "new", name: "New" })).toBe("New");
  });

  it.each(cards)("knows every heading and every column of words of %s", async (path) => {
    const text = await LANGUAGES[code].load();
    const lines = readFileSync(join(FOLDER, path), "utf8").split("\n");
    const headings = lines.flatMap((line) => /^#+ (.+)$/.exec(line)?.[1] ?? []);
    const columns = lines.filter((_, index) => /^\|[ |:-]+\|$/.test(lines[index + 1] ?? "")).flatMap(cellsOf);
    const words = columns.filter((column) => /\p{Ll}{2,}/u.test(column));
    expect(headings.length).toBeGreaterThan(5);
    for (const term of [...headings, ...words]) expect(cardTerm(text, term), term).toBeDefined();
  });
});

function cellsOf(row: string): string[] {
  return row
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());
}
