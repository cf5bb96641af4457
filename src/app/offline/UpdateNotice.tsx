import { RefreshCw } from "lucide-react";
import { ActionButton } from "../components/ActionButton.tsx";
import { useApp } from "../store/store.ts";
import { useText } from "../text/use-text.ts";
import styles from "./UpdateNotice.module.css";

/** Offers a new version when there is one. */
export function UpdateNotice() {
  const { update } = useText();
  const offline = useApp((state) => state.offline);
  return (
    <div role="status" data-testid="update">
      {offline.status === "update" && (
        <div className={styles.notice}>
          <p>{update.ready}</p>
          <ActionButton onPress={offline.takeOver} data-testid="update-button">
            <RefreshCw aria-hidden="true" />
            {update.reload}
          </ActionButton>
        </div>
      )}
    </div>
  );
}
