import { CircleAlert, X } from "lucide-react";
import { useRef } from "react";
import { Button } from "react-aria-components/Button";
import type { Problem } from "../store/problem.ts";
import { problemText } from "../text/problem-text.ts";
import { useText } from "../text/use-text.ts";
import styles from "./ProblemNotice.module.css";
import { useFocusWhenLost } from "./use-focus-when-lost.ts";

interface ProblemNoticeProps {
  readonly problem: Problem;
  readonly onDismiss: () => void;
}

/** Says in one sentence what went wrong and what to do; the engine's own words follow where the cause is unknown. */
export function ProblemNotice({ problem, onDismiss }: ProblemNoticeProps) {
  const text = useText();
  const notice = useRef<HTMLDivElement>(null);
  useFocusWhenLost(notice, problem);
  return (
    <div className={styles.notice} role="alert" data-testid="error" data-code={problem.code} ref={notice} tabIndex={-1}>
      <CircleAlert aria-hidden="true" />
      <p>
        {problemText(text.problems, problem)}
        {problem.code === "internal" && problem.detail && <small>{problem.detail}</small>}
      </p>
      <Button className={styles.dismiss} aria-label={text.actions.dismiss} onPress={onDismiss}>
        <X aria-hidden="true" />
      </Button>
    </div>
  );
}
