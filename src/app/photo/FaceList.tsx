import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { Analysis } from "../../engine/index.ts";
import { readingOrder } from "../../labels/reading-order.ts";
import { useApp } from "../store/store.ts";
import { useText } from "../text/use-text.ts";
import { FaceCard } from "./FaceCard.tsx";
import { FaceDetails } from "./FaceDetails.tsx";
import styles from "./FaceList.module.css";
import { faceName } from "./face-words.ts";

/** Every face with its reading; the selected one in full. */
export function FaceList({ analysis }: { readonly analysis: Analysis }) {
  const text = useText();
  const selected = useApp((state) => state.selectedFace);
  const selectFace = useApp((state) => state.selectFace);
  const [isQualityOpen, setQualityOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const { faces, cropSize } = analysis;
  const order = useMemo(() => readingOrder(faces), [faces]);
  const isSingle = faces.length === 1;
  useSelectedInView(list, selected);
  return (
    <ul
      ref={list}
      className={styles.list}
      aria-label={text.photo.faceCount(faces.length)}
      data-testid="face-list"
      data-single={isSingle || undefined}
    >
      {order.map((index, position) => {
        const face = faces[index];
        if (!face) return null;
        const isOpen = index === selected;
        return (
          <li
            key={index}
            className={styles.item}
            data-testid="face-item"
            data-face-index={index}
            data-selected={isOpen || undefined}
          >
            <FaceCard
              face={face}
              cropSize={cropSize}
              name={faceName(text, face, position + 1)}
              isOpen={isOpen}
              onOpen={isSingle ? undefined : () => selectFace(index)}
            >
              <FaceDetails
                face={face}
                cropSize={cropSize}
                isQualityOpen={isQualityOpen}
                onQualityOpenChange={setQualityOpen}
              />
            </FaceCard>
          </li>
        );
      })}
    </ul>
  );
}

/** Scrolls `list` alone, never the page, so that its selected item can be seen. */
function useSelectedInView(list: RefObject<HTMLElement | null>, selected: number | undefined): void {
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
