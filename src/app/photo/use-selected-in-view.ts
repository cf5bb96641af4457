import { type RefObject, useEffect } from "react";

/** Scrolls `list` alone, never the page, so that its selected item can be seen. */
export function useSelectedInView(list: RefObject<HTMLElement | null>, selected: number | undefined): void {
  useEffect(() => {
    const box = list.current;
    const item = box?.querySelector<HTMLElement>(`[data-face-index="${selected}"]`);
    if (!box || !item) return;
    const above = item.offsetTop - box.scrollTop;
    const below = item.offsetTop + item.offsetHeight - (box.scrollTop + box.clientHeight);
    if (above < 0) box.scrollTop += above;
    else if (below > 0) box.scrollTop += Math.min(below, above);
  }, [list, selected]);
}
