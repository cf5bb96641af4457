import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildToolSite, toolSite } from "../engine-page/tool-site.ts";
import { buildDetector } from "../face-detector/build.ts";

export const STUDY_SITE = toolSite("study-detector", import.meta.dirname);

/** Builds the page, with both detectors beside it. */
export async function buildStudySite(): Promise<void> {
  await buildToolSite(STUDY_SITE);
  for (const name of ["short-range", "full-range"] as const) {
    writeFileSync(join(STUDY_SITE.outputFolder, `${name}.tflite`), buildDetector(name));
  }
}
