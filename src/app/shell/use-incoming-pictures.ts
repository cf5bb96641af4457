import { useEffect, useState } from "react";
import { useApp } from "../store/store.ts";

/** Takes pictures that are dropped anywhere on the page or pasted; says whether one hovers over it right now. */
export function useIncomingPictures(): boolean {
  const open = useApp((state) => state.open);
  const report = useApp((state) => state.report);
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    const take = (files: FileList | undefined) => {
      const picture = firstPicture(files);
      if (picture) void open(picture);
      else report({ code: "no-file" });
    };
    const listeners = new AbortController();
    const { signal } = listeners;
    const hover = (event: DragEvent) => {
      event.preventDefault();
      setIsOver(true);
    };
    addEventListener("dragenter", hover, { signal });
    addEventListener("dragover", hover, { signal });
    addEventListener("dragleave", (event) => event.relatedTarget === null && setIsOver(false), { signal });
    addEventListener(
      "drop",
      (event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer?.files);
      },
      { signal },
    );
    addEventListener("paste", (event) => take(event.clipboardData?.files), { signal });
    return () => listeners.abort();
  }, [open, report]);

  return isOver;
}

/** The first file that claims to be a picture, else the first file: the engine says what is wrong with it. */
function firstPicture(files: FileList | undefined): File | undefined {
  const all = [...(files ?? [])];
  return all.find((file) => file.type.startsWith("image/")) ?? all[0];
}
