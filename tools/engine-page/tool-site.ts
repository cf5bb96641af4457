import { join } from "node:path";
import { build, type InlineConfig } from "vite";
import { PROJECT_FOLDER } from "./built-app.ts";

/** A page for measuring inside the engine: built apart from the app, never shipped with it. */
export interface ToolSite {
  readonly config: InlineConfig;
  readonly outputFolder: string;
}

/** The site whose index.html lies in `root`; `name` keeps builds of different tools apart. */
export function toolSite(name: string, root: string): ToolSite {
  const outputFolder = join(PROJECT_FOLDER, "node_modules/.cache/agelens", name);
  const config: InlineConfig = {
    configFile: false,
    root,
    publicDir: join(PROJECT_FOLDER, "public"),
    logLevel: "error",
    build: { target: "es2023", assetsInlineLimit: 0, emptyOutDir: true, outDir: outputFolder },
  };
  return { config, outputFolder };
}

/** Builds a site. */
export async function buildToolSite({ config }: ToolSite): Promise<void> {
  await build(config);
}
