import { Video } from "lucide-react";
import { ActionButton } from "../components/ActionButton.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./LiveWelcome.module.css";

/** What the live view does, and the one button that starts it. */
export function LiveWelcome({ onStart }: { readonly onStart: () => void }) {
  const text = useText().live;
  return (
    <div className={styles.welcome} data-testid="live" data-camera="off">
      <h1 className={styles.heading}>{text.heading}</h1>
      <p className={styles.lead}>{text.lead}</p>
      <ActionButton look="strong" data-testid="start-camera" onPress={onStart}>
        <Video aria-hidden="true" />
        {text.start}
      </ActionButton>
      <p className={styles.privacy}>{text.privacy}</p>
    </div>
  );
}
