import { useEffect } from "react";
import { useApp } from "../store/store.ts";
import { viewFromFragment } from "../store/view-slice.ts";

/** Keeps the view and the address's fragment the same, so that links and the browser's back button work. */
export function useAddress(): void {
  const goTo = useApp((state) => state.goTo);
  useEffect(() => {
    const follow = () => goTo(viewFromFragment(location.hash));
    follow();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [goTo]);
}
