import { currentDownload, type Waiting } from "../store/waiting.ts";
import { formatMegabytes } from "../text/format.ts";
import type { Text } from "../text/text.ts";

/** A wait in plain words, for instance “Downloading the age model – 1.2 of 1.9 MB”; `otherwise` while nothing is known. */
export function waitingText(text: Text, waiting: Waiting, otherwise: string): string {
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
