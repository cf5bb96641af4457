import { ImagePlus } from "lucide-react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { useApp } from "../store/store.ts";
import { ActionButton } from "./ActionButton.tsx";

const PICTURE_TYPES = ["image/jpeg", "image/png", "image/webp", "image/avif"];

/** Lets people choose a picture from their files. */
export function PickButton({ children }: { readonly children: string }) {
  const open = useApp((state) => state.open);
  const onSelect = (files: FileList | null) => {
    const [picture] = files ?? [];
    if (picture) void open(picture);
  };
  return (
    <FileTrigger acceptedFileTypes={PICTURE_TYPES} onSelect={onSelect}>
      <ActionButton look="strong" data-testid="pick-button">
        <ImagePlus aria-hidden="true" />
        {children}
      </ActionButton>
    </FileTrigger>
  );
}
