import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const PROJECT = join(import.meta.dirname, "../../..");
const PACKAGE = join(PROJECT, "packages/engine");

/** Packs the built package, installs it as anybody would, and returns the folder that it was installed in. */
export function install(): { readonly folder: string; readonly tarball: string } {
  const folder = mkdtempSync(join(tmpdir(), "agelens-package-"));
  const npm = (cwd: string, ...args: string[]) => execFileSync("npm", args, { cwd, encoding: "utf8", stdio: "pipe" });
  npm(PACKAGE, "pack", "--pack-destination", folder);
  const tarball = join(folder, readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "somebody", private: true, type: "module" }));
  npm(folder, "install", "--offline", "--no-audit", "--no-fund", tarball);
  mkdirSync(join(folder, "served"));
  return { folder, tarball };
}

/** The first example of the package's README, word for word. */
export function exampleOfReadme(): string {
  const example = /```js\n([\s\S]*?)```/.exec(readFileSync(join(PACKAGE, "README.md"), "utf8"))?.[1];
  if (!example) throw new Error("The README of the package has no example.");
  return example;
}
