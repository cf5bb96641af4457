import { FileCache } from "./file-cache.ts";
import { type AppFiles, fileAt, type KnownFile, storageKeys } from "./files.ts";

declare const self: ServiceWorkerGlobalScope;
/** Filled in when the app is built: a new version is another script. */
declare const __APP_FILES__: AppFiles;

/**
 * Keeps the app for flight mode. Files are stored by their content and checked by the browser (integrity), so that a
 * version is whole or is not used, and an update downloads only what has changed.
 */
const FILES = __APP_FILES__;
const { scope } = self.registration;
const cache = new FileCache({ storage: caches, scope, download });

self.addEventListener("install", (event) => {
  const needed = Object.entries(FILES.needed).map(([path, hash]) => ({ path, hash }));
  event.waitUntil(Promise.all(needed.map((file) => cache.keep(file))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(cache.keepOnly(storageKeys(FILES, scope)).then(() => self.clients.claim()));
});

self.addEventListener("message", ({ data }) => {
  if (data === "take-over") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const file = method === "GET" ? fileAt(url, scope, FILES) : undefined;
  if (file) event.respondWith(cache.answer(file));
});

/** Asks the server itself only when the browser's own copy is not the wanted one. */
async function download({ path, hash }: KnownFile): Promise<Response> {
  const url = new URL(path, scope);
  const integrity = `sha256-${hash}`;
  return fetch(url, { integrity }).catch(() => fetch(url, { integrity, cache: "reload" }));
}
