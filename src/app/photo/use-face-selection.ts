import type { Selection } from "react-aria-components/ListBox";
import { useApp } from "../store/store.ts";

/** The one selected face, as a React Aria collection wants it; shared by the picture and the list. */
export function useFaceSelection() {
  const selectedFace = useApp((state) => state.selectedFace);
  const selectFace = useApp((state) => state.selectFace);
  return {
    selectionMode: "single",
    selectionBehavior: "replace",
    disallowEmptySelection: true,
    escapeKeyBehavior: "none",
    selectedKeys: selectedFace === undefined ? [] : [selectedFace],
    onSelectionChange: (keys: Selection) => {
      const [key] = keys;
      if (typeof key === "number") selectFace(key);
    },
  } as const;
}
