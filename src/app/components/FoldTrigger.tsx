import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button, type ButtonProps } from "react-aria-components/Button";
import styles from "./FoldTrigger.module.css";

interface FoldTriggerProps extends Omit<ButtonProps, "children" | "className" | "style" | "slot"> {
  /** An icon, then words. */
  readonly children: ReactNode;
  /** Draws attention to the icon. */
  readonly isAlarming?: boolean;
  readonly "data-testid"?: string;
}

/** The line that opens and closes the Disclosure around it. */
export function FoldTrigger({ children, isAlarming, ...props }: FoldTriggerProps) {
  return (
    <Button {...props} slot="trigger" className={styles.trigger ?? ""} data-alarming={isAlarming || undefined}>
      {children}
      <ChevronDown className={styles.chevron} aria-hidden="true" />
    </Button>
  );
}
