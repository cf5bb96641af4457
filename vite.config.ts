import { statSync } from "node:fs";
import { createRequire } from "node:module";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { commonJsAsModule } from "./tools/common-js.ts";
import { licences } from "./tools/licences.ts";
import { SECURITY_HEADERS } from "./tools/security-headers.ts";
import { serviceWorker } from "./tools/service-worker/plugin.ts";

const require = createRequire(import.meta.url);
const detectorWasm = require.resolve("@mediapipe/tasks-vision/vision_wasm_module_internal.wasm");

/** Licence comments are left out of the bundles: licences/ has each licence once, instead of 700 times. */
const output = { comments: { legal: false } };

export default defineConfig({
  base: "./",
  plugins: [react(), licences("licences/page.md", ["@fontsource-variable/archivo"]), serviceWorker()],
  define: { __DETECTOR_WASM_BYTES__: statSync(detectorWasm).size },
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    rolldownOptions: { input: ["index.html", "harness.html"], output },
  },
  worker: {
    format: "es",
    plugins: () => [licences("licences/engine.md", ["@mediapipe/face_detection"]), commonJsAsModule(/libheif\.js$/)],
    rolldownOptions: { output },
  },
  optimizeDeps: {
    include: [
      "@noble/hashes/sha2.js",
      "@mediapipe/tasks-vision",
      "@mediapipe/tasks-vision/vision_wasm_module_internal.js",
      "@tensorflow/tfjs-core",
      "@tensorflow/tfjs-layers",
      "@tensorflow/tfjs-backend-webgpu",
      "@tensorflow/tfjs-backend-wasm",
      "birpc",
      "image-size",
      "libheif-js/libheif-wasm/libheif.js",
      "valibot",
    ],
  },
  server: { headers: SECURITY_HEADERS.development },
  preview: { port: 4173, headers: SECURITY_HEADERS.production },
});
