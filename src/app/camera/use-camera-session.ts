import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { toProblem } from "../store/problem.ts";
import { useApp } from "../store/store.ts";
import { type CameraSession, type CameraState, createCameraSession } from "./camera-session.ts";

/** Reads as many frames as the engine can. */
const always = () => 0;

/**
 * A camera session that lasts as long as the view; `undefined` for the moment before the view is there.
 *
 * @param pauseMs milliseconds between frames that are read, at least; must stay the same function
 */
export function useCameraSession(pauseMs: () => number = always): CameraSession | undefined {
  const analyse = useApp((state) => state.analyse);
  const report = useApp((state) => state.report);
  const [session, setSession] = useState<CameraSession>();
  useEffect(() => {
    const created = createCameraSession({
      read: (frame, signal) => analyse(frame, { effort: "frame", signal }),
      onFailure: (error) => report(toProblem(error)),
      pauseMs,
    });
    setSession(created);
    return () => created.close();
  }, [analyse, report, pauseMs]);
  return session;
}

/** Reads from a session's state and follows its changes. */
export function useCamera<T>(session: CameraSession, select: (state: CameraState) => T): T {
  return useStore(session.store, select);
}
