import type { Slice } from "./app-state.ts";

/** What a person can do on the page; also the address's fragment, so that a view can be linked to. */
export const VIEW_IDS = ["photo", "live", "batch", "compare", "present", "about"] as const;
export type ViewId = (typeof VIEW_IDS)[number];

export interface ViewSlice {
  readonly view: ViewId;
  readonly goTo: (view: ViewId) => void;
}

/** The part of the store that knows where the visitor is. */
export const createViewSlice: Slice<ViewSlice> = (set) => ({
  view: "photo",
  goTo: (view) => set({ view }),
});

/** The view that a fragment such as `#live` names; `photo` where it names none. */
export function viewFromFragment(fragment: string): ViewId {
  return VIEW_IDS.find((id) => `#${id}` === fragment) ?? "photo";
}
