import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EnginePage } from "../../tools/engine-page/engine-page.ts";
import type { Tab, TestedBrowser } from "../browsers/drivers/tab.ts";
import { BROWSERS, isThere, start } from "./support/browsers.ts";
import { install, PROJECT } from "./support/package.ts";
import { buildWithVite, buildWithWebpack, type Site, serve, writePage } from "./support/pages.ts";
import { REFUSED } from "./support/refused.ts";

const SAMPLE = join(PROJECT, "public/samples/astronaut.jpg");
const APART_AT_MOST_YEARS = 0.1;
const WAIT_MS = 200_000;

const { folder, tarball } = install();
const sites: Site[] = [];
const addresses = new Map<string, string>();
let years = Number.NaN;

/** Serves `folder` until all tests are done, with the policy of the package's README, files of `others` being let in. */
async function open(folder: string, others = "", cors = true): Promise<Site> {
  const worker = others ? `'self' blob: ${others}` : "'self'";
  const policy = `script-src 'self' 'wasm-unsafe-eval' ${others}; worker-src ${worker}; connect-src 'self' blob: ${others}`;
  const site = await serve(folder, `${policy}; img-src 'self' ${others}`, cors);
  sites.push(site);
  return site;
}

/** Makes the page of each kind, on a server of its own. */
const FIXTURES: Readonly<Record<string, () => Promise<Site>>> = {
  Vite: async () => open(await buildWithVite(writePage(join(folder, "vite")))),
  webpack: async () => open(await buildWithWebpack(writePage(join(folder, "webpack")))),
  "no bundler": () => open(writePage(folder, "./node_modules/@agelens/engine/dist/index.js")),
  "files of another origin": async () => {
    const { url } = await open(folder);
    return open(writePage(join(folder, "away"), `${url}node_modules/@agelens/engine/dist/index.js`), url);
  },
};

/** The address of a page that reads everything that can be given to the engine, two more origins beside it. */
async function inputsPage(): Promise<string> {
  for (const name of ["inputs.html", "inputs.js"]) cpSync(join(import.meta.dirname, "pages", name), join(folder, name));
  const [generous, silent] = [await open(folder), await open(folder, "", false)];
  const { url } = await open(folder, `${generous.url} ${silent.url}`);
  const pictures = {
    elsewhere: `${generous.url}portrait.jpg`,
    silent: `${silent.url}portrait.jpg`,
    missing: `${url}missing.jpg`,
  };
  return `${url}inputs.html?${new URLSearchParams(pictures)}`;
}

/** How old the app itself says that the sample's face looks. */
async function readInApp(): Promise<number> {
  const page = await EnginePage.open({ backend: "wasm", signal: new AbortController().signal });
  const result = await page.analyse(SAMPLE, { effort: "photo" }).finally(() => page.close());
  if (result.status !== "read" || result.faces[0]?.reading.status !== "estimated") throw new Error("no reading");
  return result.faces[0].reading.years;
}

/** What Firefox counts among the errors of a page: pictures that their servers do not give away. */
const NO_CORS = /Cross-Origin Request Blocked/;

/** What `find` gives in the page once it gives something; an error of the page is told at once. */
async function wait<T>(tab: Tab, find: () => T): Promise<NonNullable<Awaited<T>>> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    expect(tab.errors.filter((text) => !NO_CORS.test(text))).toEqual([]);
    const found = await tab.run(find);
    if (found) return found;
    if (Date.now() > end) throw new Error("The page does not get ready.");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

beforeAll(async () => {
  years = await readInApp();
  for (const [name, make] of Object.entries(FIXTURES)) addresses.set(name, (await make()).url);
});

afterAll(async () => {
  for (const site of sites) await site.close();
  rmSync(folder, { recursive: true });
});

describe.each(BROWSERS)("in %s the package", (name) => {
  const test = it.skipIf(!isThere(name));
  let browser: TestedBrowser | undefined;

  beforeAll(async () => {
    if (isThere(name)) browser = await start(name, folder);
  });

  afterAll(() => browser?.close());

  async function withTab<T>(url: string, work: (tab: Tab) => Promise<T>): Promise<T> {
    const tab = (await browser?.newTab()) as Tab;
    await tab.goto(url);
    return work(tab).finally(() => tab.close());
  }

  test.each(Object.keys(FIXTURES))(
    "reads the sample as the app does by its README's example, with %s",
    async (fixture) => {
      const line = await withTab(addresses.get(fixture) ?? "", (tab) =>
        wait(tab, () => document.querySelector("li")?.textContent),
      );
      console.log(`${name}, ${fixture}: ${line} (the app: ${years.toFixed(3)})`);
      expect(Math.abs(Number.parseFloat(line ?? "") - years)).toBeLessThanOrEqual(APART_AT_MOST_YEARS);
    },
  );

  test("reads every kind of picture the same, and says of all others why not", async () => {
    const { readable, refused } = await withTab(await inputsPage(), (tab) => wait(tab, () => window.inputs));
    const most = name === "chromium" ? APART_AT_MOST_YEARS : 1;
    for (const [input, read] of Object.entries(readable))
      expect.soft(Math.abs(Number(read) - years), `${input}: ${read}`).toBeLessThanOrEqual(most);
    expect(refused).toEqual(REFUSED);
  });
});

describe("the package", () => {
  const bin = (name: string, ...args: string[]) =>
    execFileSync(join(PROJECT, "node_modules/.bin", name), args, { encoding: "utf8", stdio: "pipe" });

  it("passes publint", () => {
    expect(bin("publint", tarball, "--strict")).toContain("All good!");
  });

  it("has right types for every way of importing it", () => {
    expect(() => bin("attw", tarball, "--profile", "esm-only")).not.toThrow();
  });
});
