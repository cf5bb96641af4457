import { currentDownload, type Waiting } from "../store/waiting.ts";
import type { Catalogue } from "../text/catalogue.ts";
import { formatMegabytes } from "../text/format.ts";

/** A wait in plain words, for instance “Downloading the age model – 1.2 of 1.9 MB”; `otherwise` while nothing is known. */
export function waitingText(text: Catalogue, waiting: Waiting, otherwise: string): string {
  const download = currentDownload(waiting);
  if (download) {
    return text.progress.download(
      text.downloads[download.file],
      formatMegabytes(text, download.loadedBytes),
      formatMegabytes(text, download.totalBytes),
    );
  }
  return waiting.step ? text.progress[waiting.step] : otherwise;
}
