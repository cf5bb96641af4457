import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import type { Comparison } from "../../engine/index.ts";
import { CropCanvas } from "../components/CropCanvas.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./CompareFaces.module.css";

interface CompareFacesProps {
  readonly comparison: Comparison;
  readonly selected: number;
  readonly onSelect: (face: number) => void;
}

/** The face that is compared; where there are more, the choice among them. */
export function CompareFaces({ comparison: { faces, cropSize }, selected, onSelect }: CompareFacesProps) {
  const text = useText().compare;
  if (faces.length === 0) return null;
  return (
    <ListBox
      className={styles.faces ?? ""}
      aria-label={text.faces}
      orientation="horizontal"
      layout="grid"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => onSelect(Number([...keys][0]))}
      data-single={faces.length === 1 || undefined}
    >
      {faces.map(({ crop, box }, index) => (
        <ListBoxItem
          key={`${box.x} ${box.y}`}
          id={index}
          className={styles.face ?? ""}
          textValue={text.face(index + 1)}
          aria-label={text.face(index + 1)}
          data-testid="compare-face"
        >
          <CropCanvas pixels={crop} size={cropSize} className={styles.crop} />
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
