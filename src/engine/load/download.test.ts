import { afterEach, expect, it, vi } from "vitest";
import { addressOf, download, downloadChecked } from "./download.ts";

const content = new TextEncoder().encode("weights");
const file = { path: "m/weights.bin", bytes: 7, sha256: "9a1c4fb0e1a1dc2b8f9b8a4f4b5d0e8f" };

afterEach(() => vi.unstubAllGlobals());

function serve(response: () => Promise<Response>) {
  vi.stubGlobal("fetch", vi.fn(response));
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
}

it("counts bytes as they arrive and returns them all", async () => {
  serve(async () => new Response(content));
  const counts: number[] = [];
  const bytes = await download("https://example.test/w", (loaded) => counts.push(loaded));
  expect(new TextDecoder().decode(bytes)).toBe("weights");
  expect(counts.at(-1)).toBe(content.length);
});

const places = { manifestUrl: "https://example.test/models/manifest.json" };

it("looks for a file beside the manifest, or where it was told", () => {
  expect(addressOf(places, "m/w.bin")).toBe("https://example.test/models/m/w.bin");
  const files = { "models/m/w.bin": "https://cdn.test/w-123.bin" };
  expect(addressOf({ ...places, files }, "m/w.bin")).toBe("https://cdn.test/w-123.bin");
});

it("accepts a file with the right hash and refuses any other", async () => {
  serve(async () => new Response(content));
  const right = { ...file, sha256: await sha256(content) };
  await expect(downloadChecked(places, right)).resolves.toBeInstanceOf(ArrayBuffer);
  await expect(downloadChecked(places, file)).rejects.toMatchObject({ code: "model-altered" });
});

it("checks files just the same where the browser lends no hash, as over plain http", async () => {
  serve(async () => new Response(content));
  const right = { ...file, sha256: await sha256(content) };
  vi.stubGlobal("crypto", {});
  await expect(downloadChecked(places, right)).resolves.toBeInstanceOf(ArrayBuffer);
  await expect(downloadChecked(places, file)).rejects.toMatchObject({ code: "model-altered" });
});

it("tells a missing file from a missing connection", async () => {
  serve(async () => new Response("", { status: 404 }));
  await expect(download("https://example.test/w")).rejects.toMatchObject({ code: "model-missing" });
  serve(async () => Promise.reject(new TypeError("Failed to fetch")));
  await expect(download("https://example.test/w")).rejects.toMatchObject({ code: "download-failed" });
});
