/** Builds the docs site into packages/docs/dist. `npm run docs` */
import { rmSync } from "node:fs";
import { buildClient } from "./site/build-client.ts";
import { OUTPUT } from "./site/paths.ts";
import { writeApi } from "./site/write-api.ts";
import { writePages } from "./site/write-pages.ts";

rmSync(OUTPUT, { recursive: true, force: true });
await writeApi();
await buildClient();
const count = await writePages();
console.log(`${count} pages in ${OUTPUT}`);
