import { Check, X } from "lucide-react";
import styles from "./PassMark.module.css";

interface PassMarkProps {
  readonly passes: boolean;
  /** For those who do not see the mark; left out where the words are elsewhere. */
  readonly label?: string;
}

/** A tick or a cross: two shapes, so that nobody has to tell colours apart. */
export function PassMark({ passes, label }: PassMarkProps) {
  const Icon = passes ? Check : X;
  return (
    <Icon
      className={passes ? styles.pass : styles.fail}
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    />
  );
}
