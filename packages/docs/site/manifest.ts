import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Manifest, parseManifest } from "../../../src/engine/estimate/manifest.ts";
import { REPOSITORY } from "./paths.ts";

/** Where the list of models lies, relative to the repository. */
export const MANIFEST = "public/models/manifest.json";

/** The list of models that the app offers, checked as the app checks it. */
export function readManifest(): Manifest {
  return parseManifest(JSON.parse(readFileSync(join(REPOSITORY, MANIFEST), "utf8")));
}
