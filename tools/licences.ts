import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

interface PackageDescription {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** Around licence texts, which are no Markdown; longer than any fence inside them. */
const FENCE = "`````";
const NODE_MODULES = join(import.meta.dirname, "../node_modules");

/**
 * Vite plugin that writes the licences of all packages in a bundle into `fileName`; `alsoShipped` names packages of which
 * other files are shipped, such as fonts.
 *
 * Vite's own `build.license` leaves out what workers bundle, and most of this app is in its worker.
 */
export function licences(fileName: string, alsoShipped: readonly string[] = []): Plugin {
  return {
    name: "agelens-licences",
    apply: "build",
    generateBundle() {
      const bundled = [...this.getModuleIds()].flatMap((id) => packageFolder(id) ?? []);
      const folders = new Set([...bundled, ...alsoShipped.map((name) => join(NODE_MODULES, name))]);
      const sections = [...folders].sort().map(sectionOf);
      this.emitFile({ type: "asset", fileName, source: `# Licences\n\n${sections.join("\n\n")}\n` });
    },
  };
}

/** The folder in node_modules that a module belongs to; of a module that stands for another one, the other one's. */
function packageFolder(moduleId: string): string | undefined {
  return /^\0?(?:[^?]*\?)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(moduleId.replaceAll("\\", "/"))?.[1];
}

/** Name, version and licence of a package, as Markdown. */
export function licenceOf(packageName: string): string {
  return sectionOf(join(NODE_MODULES, packageName));
}

function sectionOf(folder: string): string {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  ) as PackageDescription;
  const text = licenceText(folder);
  const body = text ? `${FENCE}text\n${text}\n${FENCE}` : "No licence text comes with the package.";
  return `## ${name} ${version} (${license ?? "see below"})\n\n${body}`;
}

/** The package's licence file, or that of the package around it. */
function licenceText(folder: string): string | undefined {
  const file = existsSync(folder) ? readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry)) : undefined;
  if (file) return readFileSync(join(folder, file), "utf8").trim();
  const parent = dirname(folder);
  return parent.includes("node_modules") && parent !== folder && !parent.endsWith("node_modules")
    ? licenceText(parent)
    : undefined;
}
