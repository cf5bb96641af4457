import { join } from "node:path";
import { build } from "vite";
import { OUTPUT, WORKSPACE } from "./paths.ts";

/** Builds the pages' one script and one style sheet, with the app's font, into the site's `assets`. */
export async function buildClient(): Promise<void> {
  await build({
    configFile: false,
    root: join(WORKSPACE, "client"),
    base: "./",
    logLevel: "warn",
    build: {
      target: "es2023",
      outDir: join(OUTPUT, "assets"),
      emptyOutDir: true,
      assetsDir: "",
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        input: { site: join(WORKSPACE, "client/main.ts") },
        output: { entryFileNames: "[name].js", assetFileNames: "[name][extname]" },
      },
    },
  });
}
