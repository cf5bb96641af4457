import { join } from "node:path";
import { Presets, SingleBar } from "cli-progress";
import { pMapIterable } from "p-map";

/** The engine reads one picture at a time; the next ones are fetched meanwhile. */
const PICTURES_UNDER_WAY = 3;

/**
 * Reads pictures one after the other behind a progress bar.
 *
 * `filenames` are relative to `folder`; `read` gets the whole path and its result is kept under the file's name.
 */
export async function readFolder<R>(
  folder: string,
  filenames: readonly string[],
  read: (path: string) => Promise<R>,
): Promise<Map<string, R>> {
  const bar = new SingleBar(
    { format: "{bar} {value}/{total} pictures, {eta_formatted} to go" },
    Presets.shades_classic,
  );
  const results = new Map<string, R>();
  bar.start(filenames.length, 0);
  try {
    const work = async (filename: string) => ({ filename, result: await read(join(folder, filename)) });
    for await (const { filename, result } of pMapIterable(filenames, work, { concurrency: PICTURES_UNDER_WAY })) {
      results.set(filename, result);
      bar.increment();
    }
  } finally {
    bar.stop();
  }
  return results;
}
