import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import type { Plugin } from "vite";

const PREFIX = "/pictures/";

/**
 * Serves pictures from the disk to the page, from the page's own origin: only those that were added, each under a
 * number, once.
 */
export class PictureServer {
  readonly #paths = new Map<string, string>();
  #count = 0;

  /** Adds a file and returns its address. */
  add(path: string): string {
    const address = `${PREFIX}${this.#count++}`;
    this.#paths.set(address, path);
    return address;
  }

  /** Answers in front of Vite's preview server. */
  plugin(): Plugin {
    return {
      name: "agelens-picture-server",
      configurePreviewServer: (server) => {
        server.middlewares.use((request, response, next) => {
          const path = this.#take(request.url);
          if (!path) return next();
          response.setHeader("Cache-Control", "no-store");
          pipeline(createReadStream(path), response, (error) => {
            if (error && !response.headersSent) response.writeHead(404).end();
          });
        });
      },
    };
  }

  #take(address = ""): string | undefined {
    const path = this.#paths.get(address);
    this.#paths.delete(address);
    return path;
  }
}
