import type { Generators } from "../markdown/parts.ts";
import { limits, privacy } from "./about.ts";
import { headerLines, policyTable } from "./headers.ts";
import { defaultModel, modelTable } from "./models.ts";

/** What pages can name in a `@generate` directive. */
export const GENERATORS: Generators = {
  "default-model": defaultModel,
  models: modelTable,
  headers: headerLines,
  policy: policyTable,
  limits,
  privacy,
};
