import type { ReactNode } from "react";
import { Switch, type SwitchProps } from "react-aria-components/Switch";
import styles from "./LabelledSwitch.module.css";

interface LabelledSwitchProps extends Omit<SwitchProps, "children" | "className" | "style"> {
  readonly children: ReactNode;
  readonly "data-testid"?: string;
}

/** Switches something on or off; the words say what. */
export function LabelledSwitch({ children, ...props }: LabelledSwitchProps) {
  return (
    <Switch {...props} className={styles.switch ?? ""}>
      <span className={styles.track} aria-hidden="true">
        <i />
      </span>
      {children}
    </Switch>
  );
}
