import { type Dispatch, useCallback, useEffect } from "react";
import type { CameraSession } from "../camera/camera-session.ts";
import type { KeyTime } from "./clock.ts";
import { toggleScreen } from "./full-screen.ts";
import { type StageAction, stageAction } from "./keys.ts";
import type { PresentEvent, PresentState } from "./present-state.ts";

/** Carries out an action of the stage; the keyboard calls it, and so does the list of keys. */
export function useStageKeys(
  session: CameraSession,
  { source, showsKeys }: PresentState,
  dispatch: Dispatch<PresentEvent>,
  keyTime: KeyTime,
): (action: StageAction) => void {
  const act = useCallback(
    (action: StageAction) => {
      keyTime.current = performance.now();
      switch (action) {
        case "camera":
          return switchCamera(session, source, dispatch);
        case "other-camera":
          return nextCamera(session);
        case "mirror":
          return session.setMirrored(!session.store.getState().mirrored);
        case "hold":
          return source === "camera" ? session.setFrozen(!session.store.getState().frozen) : dispatch("next");
        case "next":
        case "previous":
        case "keys":
          return dispatch(action);
        case "full-screen":
          return void toggleScreen();
        case "reset":
          session.forget();
          session.setFrozen(false);
          return dispatch("reset");
        case "leave":
          if (showsKeys) return dispatch("close-keys");
          location.hash = "photo";
      }
    },
    [session, source, showsKeys, dispatch, keyTime],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const action = stageAction(event);
      const isOnButton = event.target instanceof HTMLButtonElement && event.key === " ";
      if (!action || event.repeat || isOnButton) return;
      event.preventDefault();
      act(action);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [act]);
  return act;
}

/** Tries again where there was a problem, else turns the camera on or off. */
function switchCamera(session: CameraSession, source: PresentState["source"], dispatch: Dispatch<PresentEvent>): void {
  const { status } = session.store.getState();
  if (source === "camera" && status.kind !== "problem") {
    session.stop();
    dispatch("samples");
    return;
  }
  dispatch("camera");
  void session.start();
}

function nextCamera(session: CameraSession): void {
  const { cameras, deviceId } = session.store.getState();
  const index = cameras.findIndex((camera) => camera.deviceId === deviceId);
  const next = cameras[(index + 1) % cameras.length];
  if (next && next.deviceId !== deviceId) void session.start(next.deviceId);
}
