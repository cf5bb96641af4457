import { RotateCcw } from "lucide-react";
import { memo } from "react";
import { Button } from "react-aria-components/Button";
import { IconButton } from "../../components/IconButton.tsx";
import { Thumbnail } from "../../components/Thumbnail.tsx";
import { useApp } from "../../store/store.ts";
import { problemText } from "../../text/problem-text.ts";
import { useText } from "../../text/use-text.ts";
import type { BatchItem } from "../batch-item.ts";
import { useBatch } from "../use-batch.ts";
import { AgesMark } from "./AgesMark.tsx";
import styles from "./BatchTable.module.css";
import { agesOf, facesOf, faultsOf } from "./rows.ts";

interface PictureRowProps {
  readonly item: BatchItem;
  /** Place in the table as it is sorted, from 0. */
  readonly index: number;
  /** From the table's top, in CSS pixels. */
  readonly top: number;
  readonly isReading: boolean;
}

/** More ages than these do not fit into a row. */
const MOST_AGES = 6;

/** One picture and what was found on it; its name opens it in the photo view. */
export const PictureRow = memo(function PictureRow({ item, index, top, isReading }: PictureRowProps) {
  const { table } = useText().batch;
  const file = useBatch((state) => state.fileOf(item.id));
  const open = useApp((state) => state.open);
  const goTo = useApp((state) => state.goTo);
  const show = (picture: File) => {
    void open(picture);
    goTo("photo");
  };
  return (
    <tr
      className={`${styles.row} ${styles.picture}`}
      aria-rowindex={index + 2}
      style={{ top }}
      data-testid="batch-row"
      data-status={isReading ? "reading" : item.status}
    >
      <td className={styles.name}>
        <span className={styles.thumbnail}>{file && <Thumbnail picture={file} className={styles.image} />}</span>
        {file ? (
          <Button className={styles.open ?? ""} aria-label={table.open(item.name)} onPress={() => show(file)}>
            <FileName path={item.name} />
          </Button>
        ) : (
          <span className={styles.open}>
            <FileName path={item.name} />
          </span>
        )}
      </td>
      {item.status === "read" && facesOf(item).length > 0 ? (
        <FaceCells item={item} />
      ) : (
        <NoFaceCell item={item} isReading={isReading} />
      )}
    </tr>
  );
});

function FileName({ path }: { readonly path: string }) {
  const end = path.lastIndexOf("/") + 1;
  return (
    <>
      <span className={styles.file}>{path.slice(end)}</span>
      {end > 0 && <span className={styles.folder}>{path.slice(0, end - 1)}</span>}
    </>
  );
}

function FaceCells({ item }: { readonly item: BatchItem }) {
  const { table } = useText().batch;
  const faces = facesOf(item);
  const ages = agesOf(item).map(Math.round);
  const more = ages.length > MOST_AGES ? ` +${ages.length - MOST_AGES}` : "";
  const faults = faultsOf(item);
  return (
    <>
      <td className={styles.faces}>{faces.length}</td>
      <td className={styles.age} data-testid="row-ages">
        {ages.slice(0, MOST_AGES).join(" · ") + more || "?"}
      </td>
      <td className={styles.spread}>
        <AgesMark faces={faces} />
      </td>
      <td className={styles.quality}>{faults === 0 ? table.good : table.faults(faults)}</td>
    </>
  );
}

function NoFaceCell({ item, isReading }: { readonly item: BatchItem; readonly isReading: boolean }) {
  const { problems, batch } = useText();
  const { table } = batch;
  const retry = useBatch((state) => state.retry);
  if (item.status !== "failed") {
    const state = item.status === "read" ? table.noFace : isReading ? table.reading : table.waiting;
    return (
      <td className={styles.state} colSpan={4}>
        {state}
      </td>
    );
  }
  return (
    <td className={`${styles.state} ${styles.failed}`} colSpan={4}>
      <span className={styles.problem}>{problemText(problems, item.problem)}</span>
      <IconButton label={table.retry(item.name)} onPress={() => retry([item.id])} data-testid="retry-one">
        <RotateCcw aria-hidden="true" />
      </IconButton>
    </td>
  );
}
