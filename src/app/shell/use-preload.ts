import { useEffect } from "react";
import { useApp } from "../store/store.ts";
import { loadPhotoView } from "./photo-view.ts";

/** Fetches the models and the rest of the page once the first screen has been painted. */
export function usePreload(): void {
  const preload = useApp((state) => state.preload);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      void preload();
      void loadPhotoView();
    });
    return () => cancelAnimationFrame(frame);
  }, [preload]);
}
