import { useEffect } from "react";
import type { OfflineState } from "../store/app-state.ts";
import { useApp } from "../store/store.ts";

/** How often a page that stays open for days asks for a new version. */
const UPDATE_INTERVAL_MS = 60 * 60 * 1000;

/** Has the built app stored for flight mode, once the engine has what it needs: the two would share the connection. */
export function useOffline(): void {
  const engineStatus = useApp((state) => state.engine.status);
  const setOffline = useApp((state) => state.setOffline);
  const isIdle = engineStatus === "ready" || engineStatus === "failed";
  useEffect(() => {
    if (!isIdle || !import.meta.env.PROD) return;
    followServiceWorker(
      () => navigator.serviceWorker,
      setOffline,
      () => location.reload(),
    ).catch((error: unknown) => {
      console.warn("AgeLens will not work offline:", error);
    });
  }, [isIdle, setOffline]);
}

type Container = Pick<ServiceWorkerContainer, "register" | "addEventListener">;

/**
 * Registers the service worker and reports what it is ready for; does without in browsers that have none.
 *
 * @param getContainer where site data is blocked, the mere look at the container may throw
 * @param reload called when a new version has taken over, and only if the visitor wanted that
 */
export async function followServiceWorker(
  getContainer: () => Container | undefined,
  report: (state: OfflineState) => void,
  reload: () => void,
): Promise<void> {
  const container = getContainer();
  const registration = await container?.register("service-worker.js");
  if (!container || !registration) return;
  const check = () => {
    if (registration.waiting && registration.active) report({ status: "update", takeOver });
    else if (registration.active) report({ status: "ready" });
  };
  const takeOver = () => {
    container.addEventListener("controllerchange", reload, { once: true });
    registration.waiting?.postMessage("take-over");
  };
  const follow = () => registration.installing?.addEventListener("statechange", check);
  registration.addEventListener("updatefound", follow);
  follow();
  check();
  setInterval(() => void registration.update().catch(() => undefined), UPDATE_INTERVAL_MS);
}
