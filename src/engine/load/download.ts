import { sha256 as sha256OfLibrary } from "@noble/hashes/sha2.js";
import { EngineError } from "../errors.ts";
import type { FileEntry } from "../estimate/manifest.ts";
import type { EngineConfig } from "../worker/config.ts";

/** Where files of the manifest are looked for. */
export type Places = Pick<EngineConfig, "manifestUrl" | "files">;

/** Called as bytes arrive. */
export type OnBytes = (loadedBytes: number) => void;

/**
 * Downloads a file, counting its bytes.
 *
 * @throws EngineError `download-failed` when the server cannot be reached, `model-missing` when it does not have the file.
 */
export async function download(url: string, onBytes: OnBytes = () => {}): Promise<ArrayBuffer> {
  const name = url.split("/").at(-1);
  const response = await fetch(url).catch((error: unknown) => {
    throw new EngineError("download-failed", "The server could not be reached: check your connection and try again.", {
      cause: error,
    });
  });
  if (!response.ok || !response.body) {
    throw new EngineError(
      "model-missing",
      `The server does not have ${name} (status ${response.status}): try again later.`,
    );
  }
  let loaded = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      loaded += chunk.length;
      onBytes(loaded);
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(counter)).arrayBuffer();
}

/**
 * Downloads a file of the manifest and checks that it is the very file that the manifest names.
 *
 * @throws EngineError `model-altered` when its SHA-256 differs; see also download.
 */
export async function downloadChecked(places: Places, file: FileEntry, onBytes?: OnBytes): Promise<ArrayBuffer> {
  const bytes = await download(addressOf(places, file.path), onBytes);
  if (hex(await sha256(bytes)) === file.sha256) return bytes;
  throw new EngineError(
    "model-altered",
    `${file.path} is not the file that was published, so it is not used: load the page again.`,
  );
}

/** Absolute address of a file whose path the manifest names: a given one, else beside the manifest. */
export function addressOf({ manifestUrl, files }: Places, path: string): string {
  return files?.[`models/${path}`] ?? new URL(path, manifestUrl).href;
}

/** Browsers lend their own to secure addresses only: over plain http, for instance in a home network, a library does it. */
async function sha256(bytes: ArrayBuffer): Promise<Uint8Array> {
  const { subtle } = crypto as Partial<Crypto>;
  if (subtle) return new Uint8Array(await subtle.digest("SHA-256", bytes));
  return sha256OfLibrary(new Uint8Array(bytes));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
