/** What a person can do on the page; also the address's fragment, so that a view can be linked to. */
export const VIEW_IDS = ["photo", "live", "batch", "compare", "present", "about"] as const;
export type ViewId = (typeof VIEW_IDS)[number];

/** The view that a fragment such as `#live` names; `photo` where it names none. */
export function viewFromFragment(fragment: string): ViewId {
  return VIEW_IDS.find((id) => `#${id}` === fragment) ?? "photo";
}
