import { createHash } from "node:crypto";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type PreviewOptions, preview } from "vite";

const DIST = join(import.meta.dirname, "../../dist");

/** A copy of the built app on a server of its own, which can be stopped and whose app can change. */
export class OwnSite {
  readonly url: string;
  readonly #folder: string;
  readonly #close: () => Promise<void>;

  private constructor(url: string, folder: string, close: () => Promise<void>) {
    this.url = url;
    this.#folder = folder;
    this.#close = close;
  }

  /** Serves a copy in `folder`, which is the caller's, to `localhost` unless `options` say otherwise. */
  static async start(folder: string, options: Pick<PreviewOptions, "host" | "allowedHosts"> = {}): Promise<OwnSite> {
    cpSync(DIST, folder, { recursive: true });
    const server = await preview({
      root: join(DIST, ".."),
      build: { outDir: folder },
      preview: { port: 0, ...options },
    });
    const [url] = server.resolvedUrls?.local ?? [];
    if (!url) throw new Error("The server has no address.");
    return new OwnSite(url, folder, () => server.close());
  }

  /** Publishes another version, whose page says `version` in a meta tag. */
  publish(version: string): void {
    const before = this.#read("index.html");
    const after = before.replace("<head>", `<head><meta name="version" content="${version}" />`);
    this.#write("index.html", after);
    const script = this.#read("service-worker.js");
    if (!script.includes(hashOf(before))) throw new Error("The service worker does not know index.html.");
    this.#write("service-worker.js", script.replace(hashOf(before), hashOf(after)));
  }

  async stop(): Promise<void> {
    await this.#close();
  }

  #read(path: string): string {
    return readFileSync(join(this.#folder, path), "utf8");
  }

  #write(path: string, content: string): void {
    writeFileSync(join(this.#folder, path), content);
  }
}

function hashOf(content: string): string {
  return createHash("sha256").update(content).digest("base64");
}
