import { statSync } from "node:fs";
import { type BuildOptions, build } from "rolldown";
import { commonJsAsModule } from "../common-js.ts";
import { licences } from "../licences.ts";
import { DIST, ENTRIES, PROJECT_FOLDER } from "./entries.ts";
import { importsOfVite } from "./imports.ts";
import { DETECTOR_PROGRAM, shippedFiles } from "./shipped-files.ts";

const COMMON = {
  cwd: PROJECT_FOLDER,
  logLevel: "warn",
  platform: "browser",
  transform: {
    target: "es2023",
    define: {
      __DETECTOR_WASM_BYTES__: String(statSync(DETECTOR_PROGRAM).size),
      // Emscripten's programs ask for Node's globals, which some bundlers then try to provide.
      __filename: '""',
      __dirname: '""',
    },
  },
} satisfies BuildOptions;

/** Licences come in one file instead of 700 comments. */
const OUTPUT = { dir: DIST, entryFileNames: "[name].js", comments: { legal: false } } as const;

/** Bundles the worker and the libraries that it loads when they are needed, each into one file that imports no other. */
export async function buildWorker(): Promise<void> {
  await build({
    ...COMMON,
    input: { worker: "src/engine/worker/worker.ts" },
    // MediaPipe's program asks for it where it finds itself in Node.
    external: ["node:module"],
    plugins: [
      importsOfVite(),
      commonJsAsModule(/libheif\.js$/),
      licences("LICENCES-OF-PARTS.md", ["@mediapipe/face_detection"]),
    ],
    output: { ...OUTPUT, minify: true, chunkFileNames: ({ name }) => `${CHUNKS[name] ?? name}.js` },
  });
}

const CHUNKS: Readonly<Record<string, string>> = { "media-pipe-library": "media-pipe" };

/** Bundles what pages import; React stays the page's own. */
export async function buildEntries(): Promise<void> {
  await build({
    ...COMMON,
    input: ENTRIES,
    external: /^react(\/|$)/,
    plugins: [importsOfVite(), shippedFiles()],
    output: { ...OUTPUT, chunkFileNames: "engine.js" },
  });
}
