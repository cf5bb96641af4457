import { ImagePlus } from "lucide-react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { pickedFiles } from "../files/incoming.ts";
import { useApp } from "../store/store.ts";
import { ActionButton } from "./ActionButton.tsx";

/** What file dialogues offer. */
export const PICTURE_TYPES = ["image/jpeg", "image/png", "image/webp", "image/avif"];

/** Lets people choose one or more pictures from their files. */
export function PickButton({ children }: { readonly children: string }) {
  const receive = useApp((state) => state.receive);
  return (
    <FileTrigger acceptedFileTypes={PICTURE_TYPES} allowsMultiple onSelect={(files) => receive(pickedFiles(files))}>
      <ActionButton emphasis="strong" data-testid="pick-button">
        <ImagePlus aria-hidden="true" />
        {children}
      </ActionButton>
    </FileTrigger>
  );
}
