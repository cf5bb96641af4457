import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { OUTPUT } from "../site/paths.ts";
import { readSite, type SitePage, targetOf } from "./site-page.ts";

const ELSEWHERE = /^[a-z][a-z+.-]*:|^\/\//i;

const site = readSite();
const pages = [...site.values()];

/** What is wrong with pages, each fault with its page. */
function faults(find: (page: SitePage) => readonly string[]): readonly string[] {
  return pages.flatMap((page) => find(page).map((fault) => `${page.file}: ${fault}`));
}

test("every page is there", () => {
  expect(pages.length).toBeGreaterThan(50);
});

test("links lead to pages and headings that there are", () => {
  const isDead = (page: SitePage, link: string) => {
    const target = site.get(targetOf(page, link));
    const [, anchor] = link.split("#");
    return !target || (anchor ? !target.ids.has(decodeURIComponent(anchor)) : false);
  };
  expect(faults((page) => page.links.filter((link) => !ELSEWHERE.test(link) && isDead(page, link)))).toEqual([]);
});

test("links to other sites are secure", () => {
  expect(faults(({ links }) => links.filter((link) => ELSEWHERE.test(link) && !link.startsWith("https://")))).toEqual(
    [],
  );
});

test("pages load files of the site alone, and all of these are there", () => {
  const isMissing = (page: SitePage, address: string) =>
    ELSEWHERE.test(address) || address.startsWith("/") || !existsSync(join(OUTPUT, targetOf(page, address)));
  expect(faults((page) => page.loads.filter((address) => isMissing(page, address)))).toEqual([]);
});

test("no page holds what its security policy would ignore", () => {
  expect(faults(({ inlineCode }) => inlineCode)).toEqual([]);
});

test("every page is reached from the overview", () => {
  const reached = new Set<string>();
  const next = ["index.html"];
  for (let file = next.pop(); file; file = next.pop()) {
    const page = site.get(file);
    if (!page || reached.has(file)) continue;
    reached.add(file);
    next.push(...page.links.filter((link) => !ELSEWHERE.test(link)).map((link) => targetOf(page, link)));
  }
  expect(pages.map(({ file }) => file).filter((file) => !reached.has(file))).toEqual([]);
});

test("every page has one heading, a title of its own and a description", () => {
  expect(faults(({ headings }) => (headings === 1 ? [] : [`${headings} headings`]))).toEqual([]);
  expect(
    faults(({ description: { length } }) => (length >= 20 && length <= 160 ? [] : [`${length} characters`])),
  ).toEqual([]);
  const titles = pages.map(({ title }) => title);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

test("pictures say what they show", () => {
  expect(faults(({ picturesWithoutWords }) => picturesWithoutWords)).toEqual([]);
});
