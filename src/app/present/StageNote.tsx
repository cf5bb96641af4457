import type { CameraSession } from "../camera/camera-session.ts";
import { useCamera } from "../camera/use-camera-session.ts";
import { useApp } from "../store/store.ts";
import { problemText } from "../text/problem-text.ts";
import { useText } from "../text/use-text.ts";
import styles from "./StageNote.module.css";

interface StageNoteProps {
  readonly session: CameraSession;
  readonly onKeys: () => void;
}

/** One line at the stage's foot: what is the matter with the camera, or what to do; and the way to the keys. */
export function StageNote({ session, onKeys }: StageNoteProps) {
  const text = useText().present;
  const note = useNote(session);
  return (
    <div className={styles.foot}>
      <p className={styles.note} role="status" data-testid="stage-note">
        {note}
      </p>
      <button type="button" className={styles.keys} data-testid="stage-keys" onClick={onKeys}>
        <kbd>H</kbd> {text.keys}
      </button>
    </div>
  );
}

function useNote(session: CameraSession): string {
  const { camera, present: text, problems } = useText();
  const enginesProblem = useApp((state) => state.problem);
  const status = useCamera(session, (state) => state.status);
  const frozen = useCamera(session, (state) => state.frozen);
  const isEmpty = useCamera(session, ({ people }) => people.length === 0);
  if (status.kind === "problem") {
    const { what, advice } = camera.problems[status.problem];
    return `${what} ${advice}`;
  }
  if (enginesProblem) return problemText(problems, enginesProblem);
  if (status.kind === "opening") return camera.opening;
  if (frozen) return text.held;
  return status.kind === "on" && isEmpty ? text.stepIn : "";
}
