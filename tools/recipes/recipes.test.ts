import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
/** Two projects of TypeScript, on a busy machine. */
const COMPILING_MS = 180_000;

const RECIPES = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8");

describe("the recipes", () => {
  const paths = [...RECIPES.matchAll(/`([\w./-]+\/[\w./-]*)`/g)].map(([, path]) => path as string);

  it.each([...new Set(paths)])("name %s, which exists", (path) => {
    const isInTraining = existsSync(join(ROOT, "training", path));
    expect(existsSync(join(ROOT, path)) || isInTraining).toBe(true);
  });

  it("are six", () => {
    expect([...RECIPES.matchAll(/^## Add .*/gm)]).toHaveLength(6);
  });
});

/** The first step of a recipe, and where the compiler then says that something is missing. */
interface HalfWay {
  readonly recipe: string;
  readonly path: string;
  readonly change: (text: string) => string;
  readonly missing: readonly string[];
}

const HALF_WAY: readonly HalfWay[] = [
  {
    recipe: "a filter",
    path: "src/engine/filters/controls.ts",
    change: (text) => text.replace("  median,\n", "  median,\n  example: median,\n"),
    missing: ["src/engine/filters/registry.ts", ...["de", "en", "fr"].map((code) => `src/app/text/${code}/filters.ts`)],
  },
  {
    recipe: "a metric",
    path: "src/engine/metrics/registry.ts",
    change: (text) => text.replace("  brightness,\n", "  brightness,\n  example: brightness,\n"),
    missing: ["src/engine/quality/testing/metrics.ts"],
  },
  {
    recipe: "a model head",
    path: "src/engine/facts/head-kinds.json",
    change: (text) => text.replace('"kinds": {', '"kinds": { "age-example": { "title": "an example" },'),
    missing: ["src/engine/estimate/heads/registry.ts"],
  },
  {
    recipe: "a language",
    path: "src/app/text/languages.ts",
    change: (text) =>
      text.replace(
        "  fr: {",
        '  es: { name: "Español", load: async () => ({ ...(await import("./de/about.ts")) }) },\n  fr: {',
      ),
    missing: ["src/app/text/languages.ts"],
  },
  {
    recipe: "a view",
    path: "src/app/store/view-ids.ts",
    change: (text) => text.replace('"about"]', '"about", "example"]'),
    missing: ["de", "en", "fr"].map((code) => `src/app/text/${code}/shell.ts`),
  },
];

describe("half a recipe", () => {
  const folder = mkdtempSync(join(tmpdir(), "agelens-recipes-"));
  let errors = "";

  beforeAll(() => {
    const isTest = (path: string) => /\.test\.tsx?$/.test(path);
    cpSync(join(ROOT, "src"), join(folder, "src"), { recursive: true, filter: (path) => !isTest(path) });
    for (const name of ["tsconfig.base.json", "tsconfig.app.json", "tsconfig.worker.json", "package.json"]) {
      cpSync(join(ROOT, name), join(folder, name));
    }
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    for (const { path, change } of HALF_WAY) {
      const text = readFileSync(join(folder, path), "utf8");
      expect(change(text)).not.toBe(text);
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), change(text));
    }
    const compiler = join(ROOT, "node_modules/.bin/tsc");
    errors = ["tsconfig.app.json", "tsconfig.worker.json"]
      .map((name) => spawnSync(compiler, ["-p", name, "--pretty", "false"], { cwd: folder, encoding: "utf8" }).stdout)
      .join("");
  }, COMPILING_MS);

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(HALF_WAY)("for $recipe does not compile, and the compiler names what is missing", ({ missing }) => {
    const named = new Set(errors.split("\n").map((line) => line.split("(")[0]));
    expect(missing.filter((path) => !named.has(path))).toEqual([]);
  });
});
