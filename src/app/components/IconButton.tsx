import type { ReactNode } from "react";
import { Button, type ButtonProps } from "react-aria-components/Button";
import styles from "./IconButton.module.css";

interface IconButtonProps extends Omit<ButtonProps, "children" | "className" | "style" | "aria-label"> {
  /** What the icon stands for, in words. */
  readonly label: string;
  readonly children: ReactNode;
  readonly "data-testid"?: string;
}

/** A small square button that shows an icon alone. */
export function IconButton({ label, ...props }: IconButtonProps) {
  return <Button {...props} className={styles.button ?? ""} aria-label={label} />;
}
