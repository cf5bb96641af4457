import { useMemo } from "react";
import { ListBox, ListBoxItem, type Selection } from "react-aria-components/ListBox";
import type { Analysis } from "../../engine/index.ts";
import type { PlacedLabel } from "../../labels/label-layout.ts";
import { readingOrder } from "../../labels/reading-order.ts";
import type { PixelBox, PixelSize } from "../../math/index.ts";
import { Brackets } from "../components/Brackets.tsx";
import { useApp } from "../store/store.ts";
import { useText } from "../text/use-text.ts";
import styles from "./FaceBoxes.module.css";
import { layOutFaces } from "./face-layout.ts";
import { faceName, labelText } from "./face-words.ts";

interface FaceBoxesProps {
  readonly analysis: Analysis;
  /** Size of the picture on the screen, in CSS pixels. */
  readonly shown: PixelSize<"screen">;
  readonly labelScale: number;
}

/** A box and a label for every face, on top of the picture. */
export function FaceBoxes({ analysis, shown, labelScale }: FaceBoxesProps) {
  const text = useText();
  const selection = useFaceSelection();
  const { faces } = analysis;
  const order = useMemo(() => readingOrder(faces), [faces]);
  const { boxes, labels } = useMemo(() => layOutFaces(analysis, shown, labelScale), [analysis, shown, labelScale]);
  if (faces.length === 0) return null;
  return (
    <ListBox
      {...selection}
      className={styles.layer ?? ""}
      aria-label={text.photo.facesInPicture}
      style={{ "--label-scale": labelScale }}
    >
      {order.map((index, position) => {
        const face = faces[index];
        const box = boxes[index];
        if (!face || !box) return null;
        return (
          <ListBoxItem
            key={index}
            id={index}
            className={styles.face ?? ""}
            textValue={faceName(text, face, position + 1)}
            aria-label={faceName(text, face, position + 1)}
            style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
            data-testid="face-box"
            data-face-index={index}
            data-refused={face.reading.status === "refused" || undefined}
          >
            <Brackets />
            <FaceLabel {...labelText(face)} box={box} label={labels[index]} />
          </ListBoxItem>
        );
      })}
    </ListBox>
  );
}

interface FaceLabelProps {
  readonly years: string;
  readonly interval: string;
  readonly box: PixelBox<"screen">;
  readonly label: PlacedLabel | undefined;
}

function FaceLabel({ years, interval, box, label }: FaceLabelProps) {
  if (!label) return null;
  const { x, y, width, height } = label.box;
  return (
    <span className={styles.label} style={{ left: x - box.x, top: y - box.y, width, height }} data-testid="face-label">
      <b>{years}</b>
      {label.withInterval && <span>{interval}</span>}
    </span>
  );
}

/** The one selected face, as a React Aria collection wants it; shared by the picture and the list. */
function useFaceSelection() {
  const selectedFace = useApp((state) => state.selectedFace);
  const selectFace = useApp((state) => state.selectFace);
  return {
    selectionMode: "single",
    selectionBehavior: "replace",
    disallowEmptySelection: true,
    escapeKeyBehavior: "none",
    selectedKeys: selectedFace === undefined ? [] : [selectedFace],
    onSelectionChange: (keys: Selection) => {
      const [key] = keys;
      if (typeof key === "number") selectFace(key);
    },
  } as const;
}
