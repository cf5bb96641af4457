import { useEffect } from "react";
import { useAppStore } from "../store/store.ts";
import { viewFromFragment } from "../store/view-slice.ts";

/** Keeps the view and the address's fragment the same, so that links and the browser's back button work. */
export function useAddress(): void {
  const store = useAppStore();
  useEffect(() => {
    const follow = () => store.getState().goTo(viewFromFragment(location.hash));
    follow();
    addEventListener("hashchange", follow);
    const unsubscribe = store.subscribe(({ view }) => {
      if (viewFromFragment(location.hash) !== view) location.hash = view;
    });
    return () => {
      removeEventListener("hashchange", follow);
      unsubscribe();
    };
  }, [store]);
}
