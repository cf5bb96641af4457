import type { OfflineState } from "../store/app-state.ts";

/** How often a page that stays open for days asks for a new version. */
const UPDATE_INTERVAL_MS = 60 * 60 * 1000;

/**
 * Registers the service worker and reports what it is ready for.
 *
 * @param reload called when a new version has taken over, and only if the visitor wanted that
 */
export async function followServiceWorker(
  container: Pick<ServiceWorkerContainer, "register" | "addEventListener">,
  report: (state: OfflineState) => void,
  reload: () => void,
): Promise<void> {
  const registration = await container.register("service-worker.js");
  if (!registration) return;
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
