import type { EngineOptions } from "../api.ts";
import type { EngineConfig, FileUrls } from "../worker/config.ts";
import { SHIPPED_FILES } from "./shipped-files.ts";
import { resolveAddress } from "./surroundings.ts";

const MANIFEST = "models/manifest.json";

/** What the worker is told: every address absolute, files that nobody gave an address for where they were shipped. */
export function toConfig({ manifestUrl, backend = "auto", modelId, files = {} }: EngineOptions): EngineConfig {
  const shipped = manifestUrl === undefined ? SHIPPED_FILES : programs(SHIPPED_FILES);
  const addresses = { ...shipped, ...given(files) };
  const manifest = manifestUrl ?? addresses[MANIFEST] ?? MANIFEST;
  return { manifestUrl: resolveAddress(manifest), backend, modelId, files: addresses };
}

/** Everything but the models, which lie beside a manifest of one's own. */
function programs(files: FileUrls): FileUrls {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !/^models\/(?!runtime\/)/.test(path)));
}

function given(files: NonNullable<EngineOptions["files"]>): FileUrls {
  if (typeof files !== "string" && !(files instanceof URL)) {
    return Object.fromEntries(Object.entries(files).map(([path, address]) => [path, resolveAddress(address)]));
  }
  const folder = resolveAddress(files).replace(/\/?$/, "/");
  return Object.fromEntries(Object.keys(SHIPPED_FILES).map((path) => [path, `${folder}${path}`]));
}
