import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Plugin } from "rolldown";

/** Where files that are imported for their address alone lie, seen from `dist`. */
const RUNTIME = "models/runtime";

/**
 * Rolldown plugin for the imports that Vite understands: `?raw` gives a file's text, `?url` the address at which the package
 * has it, `?worker&url` that of the worker. Every address is a literal `new URL`, which other bundlers and browsers understand.
 */
export function importsOfVite(): Plugin {
  return {
    name: "imports-of-vite",
    resolveId: {
      filter: { id: /\?(raw|url|worker&url)$/ },
      async handler(source, importer) {
        const [path = "", query] = source.split("?");
        const found = await this.resolve(path, importer);
        return found && `${found.id}?${query}`;
      },
    },
    load: {
      filter: { id: /\?(raw|url|worker&url)$/ },
      handler(id) {
        const [path = "", query] = id.split("?");
        if (query === "raw") return `export default ${JSON.stringify(readFileSync(path, "utf8"))};`;
        const address = query === "url" ? `${RUNTIME}/${basename(path)}` : "worker.js";
        return `export default ${addressInPackage(address)};`;
      },
    },
  };
}

/** The source text of the absolute address of a file in `dist`, for modules that lie there. */
export function addressInPackage(path: string): string {
  return `new URL(${JSON.stringify(`./${path}`)}, import.meta.url).href`;
}
