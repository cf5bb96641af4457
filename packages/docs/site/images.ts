import { readFileSync } from "node:fs";
import { join } from "node:path";
import { imageSize } from "image-size";
import { REPOSITORY } from "./paths.ts";

/** The pictures that pages show, each copied once. */
export class Images {
  /** Addresses in the site by file in the repository. */
  readonly used = new Map<string, string>();

  /** Where a picture lies in the site, and its size in pixels. */
  use(source: string): { readonly url: string; readonly width: number; readonly height: number } {
    const url = `images/${source}`;
    this.used.set(source, url);
    const { width, height } = imageSize(readFileSync(join(REPOSITORY, source)));
    return { url, width, height };
  }
}
