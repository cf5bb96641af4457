import { join, resolve } from "node:path";
import { build, type Plugin } from "vite";
import { appFiles } from "./app-files.ts";

const ENTRY = join(import.meta.dirname, "../../src/service-worker/service-worker.ts");

/** Vite plugin that writes service-worker.js, which knows every file of the finished build by its content. */
export function serviceWorker(): Plugin {
  let folder = "dist";
  return {
    name: "agelens-service-worker",
    apply: "build",
    configResolved: ({ root, build: { outDir } }) => {
      folder = resolve(root, outDir);
    },
    // Not closeBundle: that is called after a failure, too, without being told of it.
    writeBundle: {
      sequential: true,
      async handler() {
        await build({
          configFile: false,
          publicDir: false,
          logLevel: "warn",
          define: { __APP_FILES__: JSON.stringify(appFiles(folder)) },
          build: {
            outDir: folder,
            emptyOutDir: false,
            target: "es2023",
            rolldownOptions: { input: ENTRY, output: { format: "iife", entryFileNames: "service-worker.js" } },
          },
        });
      },
    },
  };
}
