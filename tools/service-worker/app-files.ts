import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { AppFiles } from "../../src/service-worker/files.ts";

/** What only tests and tools load, and what the service worker cannot keep: itself. */
const NOT_THE_APP = [/^harness\.html$/, /^assets\/harness-/, /^service-worker\.js$/];
/** The network's runtime for processors without SIMD, and the decoder for HEIC pictures. */
const RARELY_NEEDED = [/^assets\/tfjs-backend-wasm-(?!simd)[\w-]+\.wasm$/, /^assets\/libheif-[\w-]+\.(?:js|wasm)$/];

/**
 * Every file of a built app by its content: what it needs to work at once, all models among it, so that they can be
 * compared in flight mode, and what can wait until it is used.
 */
export function appFiles(folder: string): AppFiles {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, "/"),
    )
    .filter((path) => !NOT_THE_APP.some((pattern) => pattern.test(path)))
    .sort();
  const canWait = (path: string) => RARELY_NEEDED.some((pattern) => pattern.test(path));
  const hashes = (wanted: (path: string) => boolean) =>
    Object.fromEntries(paths.filter(wanted).map((path) => [path, hashOf(join(folder, path))]));
  return { needed: hashes((path) => !canWait(path)), onDemand: hashes(canWait) };
}

function hashOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("base64");
}
