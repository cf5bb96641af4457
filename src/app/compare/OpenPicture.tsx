import { UserRound } from "lucide-react";
import { ActionButton } from "../components/ActionButton.tsx";
import { PickButton } from "../components/PickButton.tsx";
import { ProgressLine } from "../components/ProgressLine.tsx";
import { waitingText } from "../components/waiting-text.ts";
import { nextSample } from "../store/samples.ts";
import { useApp } from "../store/store.ts";
import { downloadedShare, type Waiting } from "../store/waiting.ts";
import { useText } from "../text/use-text.ts";
import styles from "./CompareView.module.css";

interface OpenPictureProps {
  /** Set while models read. */
  readonly waiting: Waiting | undefined;
  readonly faceCount: number | undefined;
}

/** What stands between the visitor and a comparison: no picture, no face in it, or a wait. */
export function OpenPicture({ waiting, faceCount }: OpenPictureProps) {
  const text = useText();
  const own = text.compare;
  const pending = useApp((state) => state.pending);
  const hasPicture = useApp((state) => state.result !== undefined);
  const openSample = useApp((state) => state.openSample);
  const wait = pending?.waiting ?? waiting;
  if (wait) {
    return (
      <ProgressLine name={own.working} share={downloadedShare(wait)}>
        {waitingText(text, wait, own.working)}
      </ProgressLine>
    );
  }
  if (hasPicture && faceCount !== 0) return null;
  return (
    <div className={styles.open}>
      <p>{hasPicture ? own.noFace : own.noPicture}</p>
      <PickButton>{text.welcome.pick}</PickButton>
      <ActionButton data-testid="sample-button" onPress={() => void openSample(nextSample(undefined))}>
        <UserRound aria-hidden="true" />
        {own.sample}
      </ActionButton>
    </div>
  );
}
