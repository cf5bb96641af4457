import type { ReactNode } from "react";
import { Button, type ButtonProps } from "react-aria-components/Button";
import styles from "./ActionButton.module.css";

interface ActionButtonProps extends Omit<ButtonProps, "children" | "className" | "style"> {
  readonly children: ReactNode;
  /** `strong` for the one thing to do, `plain` for the rest, `quiet` for what stands in a row. */
  readonly emphasis?: "strong" | "plain" | "quiet";
  readonly "data-testid"?: string;
}

/** A button with an icon and words. */
export function ActionButton({ emphasis = "plain", ...props }: ActionButtonProps) {
  return <Button {...props} className={`${styles.button} ${styles[emphasis]}`} />;
}
