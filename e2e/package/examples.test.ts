import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import react from "@vitejs/plugin-react";
import { createElement, type FunctionComponent } from "react";
import { renderToString } from "react-dom/server";
import { build, createServer, type PreviewServer, preview } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CHROMIUM_ARGUMENTS, chromiumPath } from "../../tools/chromium.ts";
import { FAKE_CAMERA_ARGUMENTS, makeFakeCamera, removeFakeCamera } from "../support/fake-camera.ts";

const PROJECT = join(import.meta.dirname, "../..");
const SAMPLES = join(PROJECT, "public/samples");
const PORTRAIT = join(SAMPLES, "astronaut.jpg");
/** Below the repository, so that React and Vite are found there, and nearer to the examples than the package's source. */
const FOLDER = join(PROJECT, "node_modules/.cache/agelens/examples");
const INSTALLED = join(FOLDER, "node_modules/@agelens/engine");
const WITHOUT_BUNDLER = ["plain-html", "age-lens-element", "webcam"];
const WITH_VITE = ["vite-vanilla", "react"];
const APART_AT_MOST_YEARS = 0.1;

let server: PreviewServer;
let browser: Browser;
let years = Number.NaN;

/** Packs the package and puts it where npm would install it. */
function install(): void {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(INSTALLED, { recursive: true });
  execFileSync("npm", ["pack", "--pack-destination", FOLDER], { cwd: join(PROJECT, "packages/engine"), stdio: "pipe" });
  const tarball = readdirSync(FOLDER).find((name) => name.endsWith(".tgz")) ?? "";
  execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", INSTALLED], { cwd: FOLDER });
}

async function prepare(): Promise<void> {
  cpSync(join(PROJECT, "examples"), FOLDER, { recursive: true, filter: (path) => !path.includes("node_modules/") });
  for (const name of WITHOUT_BUNDLER) {
    cpSync(join(INSTALLED, "dist"), join(FOLDER, name, "agelens"), { recursive: true });
    cpSync(PORTRAIT, join(FOLDER, name, "portrait.jpg"));
  }
  for (const name of WITH_VITE) await build({ root: join(FOLDER, name), base: "./", logLevel: "error" });
}

/** Reads the folder of samples from Node, and gives the portrait's years. */
function readFolder(): number {
  const lines = execFileSync("node", ["main.js", SAMPLES], {
    cwd: join(FOLDER, "node-folder"),
    encoding: "utf8",
    env: { ...process.env, CHROMIUM: chromiumPath() },
  });
  const cells = lines
    .trim()
    .split("\n")
    .map((line) => line.split("\t"));
  expect(new Set(cells.map(([name]) => name))).toEqual(
    new Set(["astronaut.jpg", "hopper.jpg", "mona-lisa.jpg", "three.jpg"]),
  );
  return Number(cells.find(([name]) => name === "astronaut.jpg")?.[1]);
}

async function open(path: string): Promise<Page> {
  const page = await browser.newPage({ permissions: ["camera"] });
  await page.goto(`${server.resolvedUrls?.local[0]}${path}/`);
  return page;
}

beforeAll(async () => {
  install();
  await Promise.all([prepare(), makeFakeCamera()]);
  server = await preview({
    configFile: false,
    root: FOLDER,
    appType: "mpa",
    logLevel: "error",
    build: { outDir: "." },
    preview: { port: 0, host: "localhost" },
  });
  browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...CHROMIUM_ARGUMENTS.wasm, ...FAKE_CAMERA_ARGUMENTS],
  });
  years = readFolder();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  removeFakeCamera();
  rmSync(FOLDER, { recursive: true });
});

it("reads a folder from Node", () => {
  expect(years).toBeGreaterThan(20);
  expect(years).toBeLessThan(45);
});

it.each(["plain-html", "vite-vanilla/dist", "react/dist"])(
  "reads a chosen photo as from Node, with %s",
  async (path) => {
    const page = await open(path);
    await page.locator("input").setInputFiles(PORTRAIT);
    const line = await page.locator("li").textContent();
    expect(line).toMatch(/^\d+\.\d years$/);
    expect(Math.abs(Number.parseFloat(line ?? "") - years)).toBeLessThanOrEqual(APART_AT_MOST_YEARS);
    await page.locator("input").setInputFiles(join(FOLDER, "README.md"));
    await page.getByRole("status").filter({ hasText: "picture" }).waitFor();
    await page.close();
  },
);

it("shows a photo by the custom element", async () => {
  const page = await open("age-lens-element");
  const shown = page.locator("age-lens").first();
  expect(Number(await shown.locator("[part=label] b").textContent())).toBe(Math.round(years));
  expect(await page.locator("age-lens").nth(1).getByRole("button").textContent()).toBe("Start the camera");
  await page.close();
});

it("follows a face before the camera until its reading has settled", async () => {
  const page = await open("webcam");
  await page.getByRole("button").click();
  await page.locator("li", { hasText: /^\d+ years$/ }).waitFor();
  await page.close();
});

it("renders Next's page on a server", async () => {
  const vite = await createServer({
    configFile: false,
    root: join(FOLDER, "next"),
    plugins: [react()],
    server: { middlewareMode: true, ws: false },
    logLevel: "error",
  });
  const page = await vite.ssrLoadModule("/app/page.jsx").finally(() => vite.close());
  const html = renderToString(createElement(page.default as FunctionComponent));
  expect(html).toContain('<p role="status">idle</p>');
});
