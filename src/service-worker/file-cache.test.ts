import { describe, expect, it, vi } from "vitest";
import { FileCache } from "./file-cache.ts";
import { storageKey } from "./files.ts";

const scope = "https://example.test/age/";
const page = { path: "index.html", hash: "a" };

/** A browser's cache in a map. */
function setUp() {
  const kept = new Map<string, string>();
  const browserCache = {
    match: async (key: string) => (kept.has(key) ? new Response(kept.get(key)) : undefined),
    put: vi.fn(async (key: string, response: Response) => void kept.set(key, await response.text())),
    keys: async () => [...kept.keys()].map((url) => ({ url })),
    delete: async ({ url }: { url: string }) => kept.delete(url),
  };
  const open = vi.fn(async () => browserCache as unknown as Cache);
  const download = vi.fn(async () => new Response("the page"));
  const cache = new FileCache({ storage: { open }, scope, download });
  return { cache, kept, browserCache, open, download };
}

describe("answer", () => {
  it("downloads a file once", async () => {
    const { cache, download } = setUp();
    expect(await (await cache.answer(page)).text()).toBe("the page");
    expect(await (await cache.answer(page)).text()).toBe("the page");
    expect(download).toHaveBeenCalledTimes(1);
  });

  it("gives the file also where the browser has no space for it, or lets nothing be kept", async () => {
    const { cache, browserCache, open } = setUp();
    browserCache.put.mockRejectedValueOnce(new DOMException("", "QuotaExceededError"));
    expect(await (await cache.answer(page)).text()).toBe("the page");
    open.mockRejectedValueOnce(new DOMException("", "SecurityError"));
    expect(await (await cache.answer(page)).text()).toBe("the page");
  });

  it("passes on what the server says without keeping it when that is not the file", async () => {
    const { cache, kept, download } = setUp();
    download.mockResolvedValueOnce(new Response("gone", { status: 404 }));
    expect((await cache.answer(page)).status).toBe(404);
    expect(kept.size).toBe(0);
  });
});

describe("keep", () => {
  it("stores a file once", async () => {
    const { cache, kept, download } = setUp();
    await cache.keep(page);
    await cache.keep(page);
    expect([...kept.keys()]).toEqual([storageKey(page, scope)]);
    expect(download).toHaveBeenCalledTimes(1);
  });

  it("rejects where the browser has no space, so that half a version is never used", async () => {
    const { cache, browserCache } = setUp();
    browserCache.put.mockRejectedValueOnce(new DOMException("", "QuotaExceededError"));
    await expect(cache.keep(page)).rejects.toThrow();
  });
});

it("forgets files of older versions", async () => {
  const { cache, kept } = setUp();
  await cache.keep(page);
  await cache.keep({ path: "old.js", hash: "b" });
  await cache.keepOnly(new Set([storageKey(page, scope)]));
  expect([...kept.keys()]).toEqual([storageKey(page, scope)]);
});
