import { type AppFiles, fileAt, type KnownFile, storageKey, storageKeys } from "./files.ts";

declare const self: ServiceWorkerGlobalScope;
/** Filled in when the app is built: a new version is another script. */
declare const __APP_FILES__: AppFiles;

/**
 * Keeps the app for flight mode. Files are stored by their content and checked by the browser (integrity), so that a
 * version is whole or is not used, and an update downloads only what has changed.
 */
const CACHE = "agelens";
const FILES = __APP_FILES__;
const { scope } = self.registration;

self.addEventListener("install", (event) => {
  const needed = Object.entries(FILES.needed).map(([path, hash]) => ({ path, hash }));
  event.waitUntil(Promise.all(needed.map(stored)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOldFiles().then(() => self.clients.claim()));
});

self.addEventListener("message", ({ data }) => {
  if (data === "take-over") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const file = method === "GET" ? fileAt(url, scope, FILES) : undefined;
  if (file) event.respondWith(stored(file));
});

/** The file from the store, where it is put first if it is not there. */
async function stored(file: KnownFile): Promise<Response> {
  const cache = await caches.open(CACHE);
  const key = storageKey(file, scope);
  const found = await cache.match(key, { ignoreVary: true });
  if (found) return found;
  const response = await download(file);
  if (response.ok) await cache.put(key, response.clone());
  return response;
}

/** Asks the server itself only when the browser's own copy is not the wanted one. */
async function download({ path, hash }: KnownFile): Promise<Response> {
  const url = new URL(path, scope);
  const integrity = `sha256-${hash}`;
  return fetch(url, { integrity }).catch(() => fetch(url, { integrity, cache: "reload" }));
}

async function forgetOldFiles(): Promise<void> {
  const cache = await caches.open(CACHE);
  const current = storageKeys(FILES, scope);
  const old = (await cache.keys()).filter(({ url }) => !current.has(url));
  await Promise.all(old.map((request) => cache.delete(request)));
}
