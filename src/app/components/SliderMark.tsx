import { SliderThumb, type SliderThumbProps } from "react-aria-components/Slider";
import styles from "./SliderMark.module.css";

/** The mark of a slider that one takes hold of. */
export function SliderMark(props: Omit<SliderThumbProps, "className" | "style" | "children">) {
  return <SliderThumb {...props} className={styles.mark ?? ""} />;
}
