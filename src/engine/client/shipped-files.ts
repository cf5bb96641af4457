import type { FileUrls } from "../worker/config.ts";

/**
 * Addresses of the files that are shipped beside the engine, by paths in the package's `dist`: filled in by the build of the
 * package. In the app they are none, because its bundler knows the programs, and its models lie beside the page.
 */
export const SHIPPED_FILES: FileUrls = {};
