/** Fills the screen where the browser lets it: after a click or a key alone, and not on every phone. */
export async function fillScreen(): Promise<void> {
  if (document.fullscreenElement || !navigator.userActivation?.isActive) return;
  await document.documentElement.requestFullscreen?.({ navigationUI: "hide" }).catch(() => undefined);
}

/** Gives the screen back. */
export async function leaveScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
}

/** From one to the other. */
export function toggleScreen(): Promise<void> {
  return document.fullscreenElement ? leaveScreen() : fillScreen();
}
