import { FolderOpen } from "lucide-react";
import { ActionButton } from "../components/ActionButton.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./BatchPanel.module.css";
import { collectFolders } from "./collect.ts";
import { useBatch } from "./use-batch.ts";

/** After a reload the page has no access to the pictures: says so, and how the batch gets it back. */
export function MissingFiles({ count }: { readonly count: number }) {
  const { missing } = useText().batch;
  const folders = useBatch((state) => state.folders);
  const add = useBatch((state) => state.add);
  const open = async () => {
    const { found } = await collectFolders(await allowed(folders));
    add({ found, leftOut: 0, folders: [] });
  };
  return (
    <div className={styles.findings} data-testid="batch-missing">
      <p>{missing.sentence(count)}</p>
      <p className={styles.soft}>{missing.choose}</p>
      {folders.length > 0 && (
        <div className={styles.row}>
          <ActionButton emphasis="strong" onPress={open} data-testid="open-again">
            <FolderOpen aria-hidden="true" />
            {missing.open}
          </ActionButton>
        </div>
      )}
    </div>
  );
}

/** The folders that the person lets the page read. */
async function allowed(folders: readonly FileSystemDirectoryHandle[]): Promise<FileSystemDirectoryHandle[]> {
  const granted: FileSystemDirectoryHandle[] = [];
  for (const folder of folders) {
    if ((await folder.requestPermission?.({ mode: "read" })) === "granted") granted.push(folder);
  }
  return granted;
}
