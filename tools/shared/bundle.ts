import { join } from "node:path";
import { build } from "vite";

const CACHE = join(import.meta.dirname, "../../node_modules/.cache");

/**
 * Bundles a TypeScript file and the engine's code that it imports for Node, and returns the bundle's path.
 *
 * A bundle runs the reference filters a third faster than a TypeScript loader does, and knows Vite's imports of shaders.
 * `name` is that of its folder in the cache.
 */
export async function bundleForNode(entry: string, name: string): Promise<string> {
  const folder = join(CACHE, name);
  const file = "bundle.mjs";
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: true,
      target: "node20",
      rolldownOptions: { output: { entryFileNames: file } },
    },
  });
  return join(folder, file);
}
