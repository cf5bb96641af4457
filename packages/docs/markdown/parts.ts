import { readFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../site/paths.ts";
import { sectionOf } from "./section.ts";

const DIRECTIVE = /^@(?:include (?<file>[^#\s]+)(?:#(?<anchor>\S+))?|generate (?<generator>\S+))$/m;

/** Markdown with the file that its links count from, relative to the repository. */
export interface Part {
  readonly source: string;
  readonly markdown: string;
}

/** Parts that are made from files that are no Markdown, by name. */
export type Generators = Readonly<Record<string, () => Part>>;

/**
 * Splits a page at its directives, each on a line of its own: `@include PATH#anchor` stands for a part of another file
 * of the repository, `@generate NAME` for what a generator makes.
 *
 * @throws Error when a directive names what there is not.
 */
export function partsOf(page: Part, generators: Generators): readonly Part[] {
  const found = DIRECTIVE.exec(page.markdown);
  if (!found) return [page];
  const { file, anchor, generator = "" } = found.groups ?? {};
  const before = { ...page, markdown: page.markdown.slice(0, found.index) };
  const after = { ...page, markdown: page.markdown.slice(found.index + found[0].length) };
  const middle = file ? includedPart(file, anchor) : generators[generator]?.();
  if (!middle) throw new Error(`${page.source}: there is no generator ${generator}.`);
  return [before, middle, ...partsOf(after, generators)];
}

function includedPart(source: string, anchor: string | undefined): Part {
  try {
    return { source, markdown: sectionOf(readFileSync(join(REPOSITORY, source), "utf8"), anchor) };
  } catch (error) {
    throw new Error(`@include ${source}: ${(error as Error).message}`);
  }
}
