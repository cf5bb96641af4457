import { RefreshCw } from "lucide-react";
import { ActionButton } from "../components/ActionButton.tsx";
import { useApp } from "../store/store.ts";
import { useText } from "../text/use-text.ts";
import styles from "./FootNotices.module.css";

/** What the page has to say about itself: that a new version is there, and that the browser keeps nothing. */
export function FootNotices() {
  return (
    <>
      <UpdateNotice />
      <StorageNotice />
    </>
  );
}

function UpdateNotice() {
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

function StorageNotice() {
  const { storage, actions } = useText();
  const failure = useApp((state) => state.storageNotice);
  const dismiss = useApp((state) => state.dismissStorageNotice);
  return (
    <div role="status" data-testid="storage-notice" data-failure={failure}>
      {failure && (
        <div className={styles.notice}>
          <p>{storage[failure]}</p>
          <ActionButton emphasis="quiet" onPress={dismiss} data-testid="dismiss-storage-notice">
            {actions.dismiss}
          </ActionButton>
        </div>
      )}
    </div>
  );
}
