import { useEffect } from "react";
import { useApp } from "../store/store.ts";
import { viewOf } from "./views.ts";

/** Fetches the models and the rest of the page once the first screen has been painted. */
export function usePreload(): void {
  const preload = useApp((state) => state.preload);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      void preload();
      void viewOf("photo").load();
    });
    return () => cancelAnimationFrame(frame);
  }, [preload]);
}
