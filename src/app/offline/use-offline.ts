import { useEffect } from "react";
import { useApp } from "../store/store.ts";
import { followServiceWorker } from "./follow-service-worker.ts";

/** Has the built app stored for flight mode, once the engine has what it needs: the two would share the connection. */
export function useOffline(): void {
  const engineStatus = useApp((state) => state.engine.status);
  const setOffline = useApp((state) => state.setOffline);
  const isIdle = engineStatus === "ready" || engineStatus === "failed";
  useEffect(() => {
    if (!isIdle || !import.meta.env.PROD || !("serviceWorker" in navigator)) return;
    followServiceWorker(navigator.serviceWorker, setOffline, () => location.reload()).catch((error: unknown) => {
      console.warn("AgeLens will not work offline:", error);
    });
  }, [isIdle, setOffline]);
}
