import { FolderOpen, ImagePlus } from "lucide-react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { ActionButton } from "../components/ActionButton.tsx";
import { PICTURE_TYPES } from "../components/PickButton.tsx";
import { pickedFiles } from "../files/incoming.ts";
import { useApp } from "../store/store.ts";
import { useText } from "../text/use-text.ts";

interface ChooseButtonsProps {
  /** What the button that chooses pictures says. */
  readonly pickLabel: string;
  /** Whether choosing is the one thing to do. */
  readonly isMain: boolean;
}

/** Ways to put pictures into the batch. */
export function ChooseButtons({ pickLabel, isMain }: ChooseButtonsProps) {
  const receive = useApp((state) => state.receive);
  return (
    <>
      <FileTrigger
        acceptedFileTypes={PICTURE_TYPES}
        allowsMultiple
        onSelect={(files) => files && receive(pickedFiles(files))}
      >
        <ActionButton emphasis={isMain ? "strong" : "quiet"} data-testid="batch-pick">
          <ImagePlus aria-hidden="true" />
          {pickLabel}
        </ActionButton>
      </FileTrigger>
      <FolderButton emphasis={isMain ? "plain" : "quiet"} />
    </>
  );
}

/** Browsers that can open a folder again after a reload give a handle of it; the others only its files. */
function FolderButton({ emphasis }: { readonly emphasis: "plain" | "quiet" }) {
  const { welcome } = useText().batch;
  const receive = useApp((state) => state.receive);
  const button = (onPress?: () => void) => (
    <ActionButton emphasis={emphasis} data-testid="batch-folder" {...(onPress && { onPress })}>
      <FolderOpen aria-hidden="true" />
      {welcome.folder}
    </ActionButton>
  );
  if ("showDirectoryPicker" in window) {
    return button(async () => {
      const folder = await openFolder();
      if (folder) receive([{ file: null, folder: Promise.resolve(folder) }]);
    });
  }
  return (
    <FileTrigger acceptDirectory onSelect={(files) => files && receive(pickedFiles(files))}>
      {button()}
    </FileTrigger>
  );
}

/** The folder that the person chose; `undefined` when they chose none. */
async function openFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await window.showDirectoryPicker?.({ id: "agelens-batch", mode: "read" });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    throw error;
  }
}
