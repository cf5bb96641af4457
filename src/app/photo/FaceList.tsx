import { useMemo, useRef } from "react";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import type { Analysis } from "../../engine/index.ts";
import { useText } from "../text/text.ts";
import { FaceCard } from "./FaceCard.tsx";
import styles from "./FaceList.module.css";
import { faceDescription, faceName } from "./face-words.ts";
import { readingOrder } from "./reading-order.ts";
import { useFaceSelection } from "./use-face-selection.ts";
import { useSelectedInView } from "./use-selected-in-view.ts";

/** Every face with its reading; the selected one in full. */
export function FaceList({ analysis }: { readonly analysis: Analysis }) {
  const text = useText();
  const selection = useFaceSelection();
  const list = useRef<HTMLDivElement>(null);
  const { faces, cropSize } = analysis;
  const order = useMemo(() => readingOrder(faces), [faces]);
  const [selected] = selection.selectedKeys;
  useSelectedInView(list, selected);
  return (
    <ListBox
      {...selection}
      ref={list}
      className={styles.list ?? ""}
      aria-label={text.photo.faceCount(faces.length)}
      data-testid="face-list"
      data-single={faces.length === 1 || undefined}
    >
      {order.map((index, position) => {
        const face = faces[index];
        if (!face) return null;
        return (
          <ListBoxItem
            key={index}
            id={index}
            className={styles.item ?? ""}
            textValue={faceName(text, face, position + 1)}
            aria-label={
              index === selected ? faceDescription(text, face, position + 1) : faceName(text, face, position + 1)
            }
            data-testid="face-item"
            data-face-index={index}
          >
            <FaceCard face={face} cropSize={cropSize} isOpen={index === selected} />
          </ListBoxItem>
        );
      })}
    </ListBox>
  );
}
