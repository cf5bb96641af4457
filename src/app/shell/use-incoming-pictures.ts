import { useEffect, useState } from "react";
import { incomingOf } from "../files/incoming.ts";
import { useApp } from "../store/store.ts";

/** Takes what is dropped anywhere on the page or pasted; says whether something hovers over it right now. */
export function useIncomingPictures(): boolean {
  const receive = useApp((state) => state.receive);
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
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
        receive(incomingOf(event.dataTransfer));
      },
      { signal },
    );
    addEventListener("paste", (event) => receive(incomingOf(event.clipboardData)), { signal });
    return () => listeners.abort();
  }, [receive]);

  return isOver;
}
