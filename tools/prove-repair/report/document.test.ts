import { expect, test } from "vitest";
import { fillBlock } from "./document.ts";
import { toMarkdown } from "./tables.ts";

test("replaces what lies between the markers and nothing else", () => {
  const text = "before\n<!-- a -->\nold\n<!-- /a -->\nafter <!-- b --><!-- /b -->";
  const filled = fillBlock(text, "a", "new", "doc.md");
  expect(filled).toBe("before\n<!-- a -->\n\nnew\n\n<!-- /a -->\nafter <!-- b --><!-- /b -->");
  expect(fillBlock(filled, "a", "new", "doc.md")).toBe(filled);
});

test("says which markers are missing", () => {
  expect(() => fillBlock("text", "a", "new", "doc.md")).toThrow("doc.md lacks the lines <!-- a --> and <!-- /a -->");
});

test("writes a Markdown table with dashes for missing figures", () => {
  expect(toMarkdown({ head: ["a", "b", "c"], rows: [["x", "y", null]] })).toBe(
    "| a | b | c |\n| --- | --- | ---: |\n| x | y | – |",
  );
});
