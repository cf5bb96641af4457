/** Files of one version of the app: SHA-256 (base64) by path, relative to the app's folder. */
export type FileHashes = Readonly<Record<string, string>>;

/** What one version of the app consists of. */
export interface AppFiles {
  /** What the app needs to work, stored before it is ready for flight mode. */
  readonly needed: FileHashes;
  /** What is stored once it has been used, such as runtimes that few devices need. */
  readonly onDemand: FileHashes;
}

/** A file of the app, by what it is called and what it contains. */
export interface KnownFile {
  readonly path: string;
  readonly hash: string;
}

/**
 * The file of the app that `url` asks for, if it is one; parameters of the address do not matter.
 *
 * @param scope address of the app's folder, ending with a slash
 */
export function fileAt(url: string, scope: string, { needed, onDemand }: AppFiles): KnownFile | undefined {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  if (!address.startsWith(scope)) return undefined;
  const path = address.slice(scope.length) || "index.html";
  const hash = needed[path] ?? onDemand[path];
  return hash === undefined ? undefined : { path, hash };
}

/** The address under which a file is stored: the same content is stored once, and another content never found. */
export function storageKey({ path, hash }: KnownFile, scope: string): string {
  return `${scope}${path}?content=${encodeURIComponent(hash)}`;
}

/** Every address under which this version may have stored something. */
export function storageKeys({ needed, onDemand }: AppFiles, scope: string): Set<string> {
  const all = Object.entries({ ...onDemand, ...needed });
  return new Set(all.map(([path, hash]) => storageKey({ path, hash }, scope)));
}
