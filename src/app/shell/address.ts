import { useEffect } from "react";
import type { StoreApi } from "zustand";
import type { ViewSlice } from "../store/app-state.ts";
import { useAppStore } from "../store/store.ts";
import { viewFromFragment } from "../store/view-ids.ts";

/** What an address needs of the browser's window. */
export type AddressWindow = Pick<Window, "addEventListener" | "removeEventListener"> & {
  readonly location: Pick<Location, "hash">;
};

/**
 * Keeps the view and the address's fragment the same, so that links and the browser's back button work, until the
 * returned function is called.
 */
export function followAddress(store: Pick<StoreApi<ViewSlice>, "getState" | "subscribe">, page: AddressWindow) {
  const follow = () => store.getState().goTo(viewFromFragment(page.location.hash));
  follow();
  page.addEventListener("hashchange", follow);
  const unsubscribe = store.subscribe(({ view }, { view: before }) => {
    // After a click on a link the fragment is ahead until the browser tells of it: another change must not take it back.
    if (view !== before && viewFromFragment(page.location.hash) !== view) page.location.hash = view;
  });
  return () => {
    page.removeEventListener("hashchange", follow);
    unsubscribe();
  };
}

/** Keeps the view and the address's fragment the same. */
export function useAddress(): void {
  const store = useAppStore();
  useEffect(() => followAddress(store, window), [store]);
}
