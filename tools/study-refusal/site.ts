import { join } from "node:path";
import { build, type InlineConfig } from "vite";
import policy from "../../src/engine/facts/policy.json" with { type: "json" };
import { PROJECT_FOLDER } from "../engine-page/built-app.ts";
import { toJson, writeWhole } from "../shared/output.ts";

const FOLDER = join(PROJECT_FOLDER, "node_modules/.cache/agelens/study-refusal");
const STUDY_POLICY = join(FOLDER, "policy.json");

/** The app with a policy that refuses no reading for the width of its interval. */
export const STUDY_SITE: InlineConfig = {
  root: PROJECT_FOLDER,
  logLevel: "error",
  resolve: { alias: [{ find: /^.*\/facts\/policy\.json$/, replacement: STUDY_POLICY }] },
  build: { outDir: join(FOLDER, "dist"), emptyOutDir: true },
};

/** Builds that app. */
export async function buildStudySite(): Promise<void> {
  writeWhole(STUDY_POLICY, toJson({ ...policy, maxWidthYears: Number.MAX_SAFE_INTEGER }));
  await build(STUDY_SITE);
}
