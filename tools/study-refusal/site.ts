import { join, resolve } from "node:path";
import { build, type InlineConfig } from "vite";
import policy from "../../src/engine/facts/policy.json" with { type: "json" };
import { PROJECT_FOLDER } from "../engine-page/built-app.ts";
import { toJson, writeWhole } from "../shared/output.ts";

/** Builds the app into `folder` with a policy that refuses no reading for the width of its interval. */
export async function buildStudySite(folder: string): Promise<InlineConfig> {
  const replacement = join(resolve(folder), "policy.json");
  writeWhole(replacement, toJson({ ...policy, maxWidthYears: Number.MAX_SAFE_INTEGER }));
  const site: InlineConfig = {
    root: PROJECT_FOLDER,
    logLevel: "error",
    resolve: { alias: [{ find: /^.*\/facts\/policy\.json$/, replacement }] },
    build: { outDir: join(resolve(folder), "app"), emptyOutDir: true },
  };
  await build(site);
  return site;
}
