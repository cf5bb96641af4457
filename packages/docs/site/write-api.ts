import { join } from "node:path";
import { Application, type TypeDocOptions } from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";
import { API_FOLDER, REPOSITORY } from "./paths.ts";

const OPTIONS: Partial<TypeDocOptions & PluginOptions> = {
  name: "API",
  entryPoints: ["src/engine/index.ts", "src/element/index.ts", "src/react/index.ts"].map((path) =>
    join(REPOSITORY, path),
  ),
  tsconfig: join(REPOSITORY, "tsconfig.app.json"),
  plugin: ["typedoc-plugin-markdown"],
  out: API_FOLDER,
  readme: "none",
  // tsc has checked the same files already; what the engine keeps to itself is named, but has no page.
  skipErrorChecking: true,
  validation: { notExported: false },
  logLevel: "Warn",
  disableSources: true,
  githubPages: false,
  router: "member",
  hideBreadcrumbs: true,
  hidePageHeader: true,
  useCodeBlocks: true,
  pageTitleTemplates: { member: ({ name }) => name },
  tableColumnSettings: { hideInherited: true, hideModifiers: true, hideOverrides: true },
  indexFormat: "table",
  parametersFormat: "table",
  interfacePropertiesFormat: "table",
  classPropertiesFormat: "table",
  typeAliasPropertiesFormat: "table",
  typeDeclarationFormat: "table",
};

/**
 * Writes the engine's public face as Markdown.
 *
 * @throws Error when TypeDoc cannot read it.
 */
export async function writeApi(): Promise<void> {
  const app = await Application.bootstrapWithPlugins(OPTIONS as Partial<TypeDocOptions>);
  const project = await app.convert();
  if (!project) throw new Error("TypeDoc could not read the engine's public face.");
  await app.generateOutputs(project);
  if (app.logger.hasErrors()) throw new Error("TypeDoc reported errors.");
}
