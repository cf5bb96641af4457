import { CameraOff } from "lucide-react";
import { useRef } from "react";
import type { CameraProblem } from "../../engine/index.ts";
import type { CameraSession } from "../camera/camera-session.ts";
import { ActionButton } from "../components/ActionButton.tsx";
import { useFocusWhenLost } from "../components/use-focus-when-lost.ts";
import { useText } from "../text/use-text.ts";
import styles from "./CameraNotice.module.css";

interface CameraNoticeProps {
  readonly session: CameraSession;
  readonly problem: CameraProblem;
}

/** Why there is no picture, what to do about it, and a way without a camera. */
export function CameraNotice({ session, problem }: CameraNoticeProps) {
  const { camera: text, live } = useText();
  const { what, advice } = text.problems[problem];
  const notice = useRef<HTMLDivElement>(null);
  useFocusWhenLost(notice, problem);
  return (
    <div
      className={styles.notice}
      role="alert"
      data-testid="camera-problem"
      data-problem={problem}
      ref={notice}
      tabIndex={-1}
    >
      <CameraOff aria-hidden="true" />
      <h1>{what}</h1>
      <p>{advice}</p>
      <div className={styles.ways}>
        <ActionButton emphasis="strong" data-testid="camera-again" onPress={() => void session.start()}>
          {text.tryAgain}
        </ActionButton>
        <a href="#photo">{live.usePhoto}</a>
      </div>
    </div>
  );
}
