import type { DownloadName, Progress } from "../../engine/index.ts";

/** A step that has no measure of how far it is. */
export type Step = "detector" | "network" | "decode" | "detect" | "estimate";

interface Download {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

/** What is known about a wait: every download so far, and the latest other step. */
export interface Waiting {
  readonly downloads: Readonly<Partial<Record<DownloadName, Download>>>;
  readonly step: Step | undefined;
}

export const NOTHING_YET: Waiting = { downloads: {}, step: undefined };

/** Takes one report of the engine into account. */
export function advance(waiting: Waiting, progress: Progress): Waiting {
  switch (progress.kind) {
    case "download": {
      const { file, loadedBytes, totalBytes } = progress;
      return { ...waiting, downloads: { ...waiting.downloads, [file]: { loadedBytes, totalBytes } } };
    }
    case "start":
      return { ...waiting, step: progress.part };
    case "step":
      return { downloads: {}, step: progress.step };
    case "explain":
      return waiting;
  }
}

/** The unfinished download with the most bytes left, or `undefined` when all have arrived. */
export function currentDownload({ downloads }: Waiting): ({ readonly file: DownloadName } & Download) | undefined {
  return (Object.entries(downloads) as [DownloadName, Download][])
    .map(([file, download]) => ({ file, ...download }))
    .filter((download) => bytesLeft(download) > 0)
    .sort((a, b) => bytesLeft(b) - bytesLeft(a))[0];
}

/** Share of all downloaded bytes that have arrived, 0…1; `undefined` while nothing is being downloaded. */
export function downloadedShare(waiting: Waiting): number | undefined {
  if (!currentDownload(waiting)) return undefined;
  const all = Object.values(waiting.downloads);
  const loaded = all.reduce((sum, { loadedBytes }) => sum + loadedBytes, 0);
  const total = all.reduce((sum, { totalBytes }) => sum + totalBytes, 0);
  return Math.min(1, loaded / total);
}

function bytesLeft({ loadedBytes, totalBytes }: Download): number {
  return totalBytes - loadedBytes;
}
