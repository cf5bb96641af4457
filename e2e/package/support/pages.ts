import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, preview } from "vite";
import webpack from "webpack";
import { exampleOfReadme, PROJECT } from "./package.ts";

const PORTRAIT = join(PROJECT, "public/samples/astronaut.jpg");
const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Example</title></head>
<body><img src="./portrait.jpg" alt="A portrait"><ul></ul><script type="module" src="./main.js"></script></body></html>`;

/** A folder that is served, with the address of its server. */
export interface Site {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a folder to pages with `policy` as their whole Content-Security-Policy; pages elsewhere may read it with `cors`. */
export async function serve(folder: string, policy: string, cors = true): Promise<Site> {
  const headers = { "Content-Security-Policy": `default-src 'none'; ${policy}` };
  const server = await preview({
    configFile: false,
    root: folder,
    appType: "mpa",
    logLevel: "error",
    build: { outDir: "." },
    preview: { port: 0, host: "localhost", headers, cors },
  });
  const [url] = server.resolvedUrls?.local ?? [];
  if (!url) throw new Error("The server has no address.");
  return { url, close: () => server.close() };
}

/** Writes a page that runs the README's example, the package being imported from `specifier`. */
export function writePage(folder: string, specifier = "@agelens/engine"): string {
  mkdirSync(folder, { recursive: true });
  cpSync(PORTRAIT, join(folder, "portrait.jpg"));
  writeFileSync(join(folder, "index.html"), HTML);
  writeFileSync(join(folder, "main.js"), exampleOfReadme().replace("@agelens/engine", specifier));
  return folder;
}

/** Builds a page with Vite as it comes, and returns the folder to be served. */
export async function buildWithVite(page: string): Promise<string> {
  await build({ configFile: false, root: page, logLevel: "error" });
  cpSync(PORTRAIT, join(page, "dist/portrait.jpg"));
  return join(page, "dist");
}

/** Builds a page with webpack as it comes, and returns the folder to be served. */
export async function buildWithWebpack(page: string): Promise<string> {
  const path = join(page, "dist");
  const compiler = webpack({ mode: "production", context: page, entry: "./main.js", output: { path } });
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) =>
    compiler.run((error, result) => (error ? reject(error) : resolve(result))),
  );
  if (!stats || stats.hasErrors()) throw new Error(stats?.toString() ?? "webpack says nothing.");
  cpSync(PORTRAIT, join(path, "portrait.jpg"));
  writeFileSync(join(path, "index.html"), HTML);
  return path;
}
