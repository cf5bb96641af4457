import { CircleAlert } from "lucide-react";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { readingOrder } from "../../../labels/reading-order.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { Thumbnail } from "../../components/Thumbnail.tsx";
import type { ReelPicture } from "../../store/app-state.ts";
import { useApp } from "../../store/store.ts";
import { problemText } from "../../text/problem-text.ts";
import type { Text } from "../../text/text.ts";
import { useText } from "../../text/use-text.ts";
import { labelText } from "../face-words.ts";
import styles from "./FilmStrip.module.css";

/** Pictures that were opened together, to switch between; each says what was found on it as soon as it is known. */
export function FilmStrip() {
  const text = useText();
  const { reel, shownInReel, showInReel, stopReel } = useApp((state) => state);
  const read = reel.filter(({ outcome }) => outcome).length;
  return (
    <div className={styles.strip}>
      <ListBox
        className={styles.frames ?? ""}
        aria-label={text.photo.reel.label}
        orientation="horizontal"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        escapeKeyBehavior="none"
        selectedKeys={shownInReel === undefined ? [] : [shownInReel]}
        onSelectionChange={(keys) => {
          const [key] = keys;
          if (typeof key === "number") showInReel(key);
        }}
      >
        {reel.map((frame, index) => {
          const { short, long } = pictureLabel(text, frame);
          return (
            <ListBoxItem
              key={frame.id}
              id={frame.id}
              className={styles.frame ?? ""}
              textValue={frame.name}
              aria-label={text.photo.reel.picture(index + 1, frame.name, long)}
              data-testid="frame"
              data-status={frame.outcome?.status ?? "waiting"}
            >
              <Thumbnail className={styles.picture} picture={frame.picture} />
              <FrameNote frame={frame} note={short} />
            </ListBoxItem>
          );
        })}
      </ListBox>
      {read < reel.length && (
        <div className={styles.progress}>
          <span>{text.photo.reel.progress(read, reel.length)}</span>
          <ActionButton data-testid="stop-button" onPress={stopReel}>
            {text.photo.reel.stop}
          </ActionButton>
        </div>
      )}
    </div>
  );
}

function FrameNote({ frame, note }: { readonly frame: ReelPicture; readonly note: string }) {
  if (frame.outcome?.status === "failed") return <CircleAlert className={styles.failed} aria-hidden="true" />;
  return note === "" ? null : <span className={styles.note}>{note}</span>;
}

/** More ages than these do not fit on a frame. */
const MOST_AGES = 3;

/** What a frame says: a few figures on it, and a sentence for those who do not see it. */
function pictureLabel(text: Text, { outcome }: ReelPicture): { short: string; long: string } {
  if (!outcome) return { short: "", long: text.photo.reel.waiting };
  if (outcome.status === "failed") return { short: "", long: problemText(text.problems, outcome.problem) };
  const { faces } = outcome.analysis;
  const ages = readingOrder(faces).flatMap((index) => (faces[index] ? labelText(faces[index]).years : []));
  const more = ages.length > MOST_AGES ? ` +${ages.length - MOST_AGES}` : "";
  return {
    short: ages.length === 0 ? "–" : ages.slice(0, MOST_AGES).join(" · ") + more,
    long: text.photo.faceCount(faces.length),
  };
}
