import { useState } from "react";
import type { Comparison } from "../../engine/index.ts";
import { useApp } from "../store/store.ts";

/** Index of the face that is compared: the one that was selected on the photo, until another is chosen. */
export function useComparedFace(comparison: Comparison | undefined): [face: number, choose: (face: number) => void] {
  const selected = useApp((state) => state.selectedFace) ?? 0;
  const selectFace = useApp((state) => state.selectFace);
  const foundBefore = useApp((state) => state.result?.analysis.faces.length);
  const [own, setOwn] = useState(0);
  const sameFaces = comparison?.faces.length === foundBefore;
  return sameFaces ? [selected, selectFace] : [own, setOwn];
}
