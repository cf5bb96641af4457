import { existsSync } from "node:fs";
import { join } from "node:path";

/** The top folder of the repository. */
export const PROJECT_FOLDER = join(import.meta.dirname, "../..");
/** Where the package is made. */
export const PACKAGE_FOLDER = join(PROJECT_FOLDER, "packages/engine");
/** Everything that is built; `npm pack` adds the package's own package.json and README.md. */
export const DIST = join(PACKAGE_FOLDER, "dist");

/** The package's entries by the names of their files in `dist`, as far as they exist. */
export const ENTRIES = Object.fromEntries(
  Object.entries({ index: "src/engine/index.ts", element: "src/element/index.ts", react: "src/react/index.ts" })
    .map(([name, path]) => [name, join(PROJECT_FOLDER, path)] as const)
    .filter(([, path]) => existsSync(path)),
);
