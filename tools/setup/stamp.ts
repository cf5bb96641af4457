import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** Installs what a file asks for, unless `stamp` says that just this content was installed already. */
export function installOnce(file: string, stamp: string, install: () => void): void {
  const wanted = createHash("sha256").update(readFileSync(file)).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  install();
  writeFileSync(stamp, wanted);
}
