import { readFileSync } from "node:fs";
import { writeWhole } from "../../shared/output.ts";
import { ToolError } from "../../shared/tool-error.ts";
import type { Results } from "../summarise/results.ts";
import { conditionTable, policyTable, repairTable, ruleTable, toMarkdown } from "./tables.ts";

/** What each marked block of the document holds. */
const BLOCKS: Readonly<Record<string, (results: Results) => string>> = {
  run: runSentence,
  conditions: (results) => toMarkdown(conditionTable(results)),
  repairs: (results) => toMarkdown(repairTable(results)),
  rules: (results) => toMarkdown(ruleTable(results)),
  policy: (results) => toMarkdown(policyTable(results)),
};

/**
 * Writes the blocks between `<!-- NAME -->` and `<!-- /NAME -->` of a Markdown file anew.
 *
 * @throws ToolError when the file or one of the markers is missing.
 */
export function fillDocument(path: string, results: Results): void {
  const filled = Object.entries(BLOCKS).reduce(
    (text, [name, content]) => fillBlock(text, name, content(results), path),
    readDocument(path),
  );
  writeWhole(path, filled);
}

/** Replaces what lies between the markers of one block. */
export function fillBlock(text: string, name: string, content: string, path: string): string {
  const [opening, closing] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = text.indexOf(opening);
  const end = text.indexOf(closing);
  if (start < 0 || end < start) {
    throw new ToolError(`${path} lacks the lines ${opening} and ${closing}: add them where the table belongs.`);
  }
  return `${text.slice(0, start + opening.length)}\n\n${content}\n\n${text.slice(end)}`;
}

function runSentence({ model, pictures, level, guessMae }: Results): string {
  return (
    `Model \`${model.id}\`, version ${model.version}, weights ${model.weightsSha256.slice(0, 12)}…; ` +
    `${pictures.toLocaleString("en")} pictures per row; intervals promise ${Math.round(100 * level)} %; ` +
    `giving everyone the median age would be wrong by ${guessMae.toFixed(1)} years on average.`
  );
}

function readDocument(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new ToolError(`${path} cannot be read: pass an existing Markdown file with --document.`, { cause: error });
  }
}
