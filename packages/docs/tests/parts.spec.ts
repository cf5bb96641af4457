import { expect, test } from "@playwright/test";
import { partsOf } from "../markdown/parts.ts";
import { sectionOf } from "../markdown/section.ts";

const FILE = [
  "# Title",
  "lead",
  "## One",
  "first",
  "```sh",
  "# no heading",
  "```",
  "### Deeper",
  "deep",
  "## One",
  "again",
];

test("takes a part of a file by its anchor, with what is below it", () => {
  const markdown = FILE.join("\n");
  expect(sectionOf(markdown)).toBe("lead");
  expect(sectionOf(markdown, "one")).toBe("first\n```sh\n# no heading\n```\n### Deeper\ndeep");
  expect(sectionOf(markdown, "deeper")).toBe("deep");
  expect(sectionOf(markdown, "one-1")).toBe("again");
  expect(() => sectionOf(markdown, "two")).toThrow("#two");
});

test("puts parts where the directives are, each with its own file", () => {
  const page = { source: "page.md", markdown: "before\n@generate table\nbetween\n@include LICENSE.md#none" };
  const table = { source: "data.json", markdown: "| a |" };
  const [before, middle, ...after] = partsOf(
    { ...page, markdown: page.markdown.replace(/@include.*/, "after") },
    { table: () => table },
  );
  expect(before).toEqual({ source: "page.md", markdown: "before\n" });
  expect(middle).toBe(table);
  expect(after).toEqual([{ source: "page.md", markdown: "\nbetween\nafter" }]);
  expect(() => partsOf(page, { table: () => table })).toThrow("LICENSE.md");
  expect(() => partsOf(page, {})).toThrow("table");
});
