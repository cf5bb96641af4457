import { type Dispatch, useEffect, useRef, useState } from "react";
import type { CameraSession } from "../camera/camera-session.ts";
import { useCamera } from "../camera/use-camera-session.ts";
import { type KeyTime, startAbandoned, startLeaving, startStep } from "./clock.ts";
import type { PresentEvent, PresentState } from "./present-state.ts";

/**
 * Shows one sample after the other while `isShown`; a question waits for its answer to be known.
 *
 * Any key interrupts for a while.
 */
export function useLoop(
  isShown: boolean,
  isKnown: boolean,
  { sample, isAnswered }: PresentState,
  keyTime: KeyTime,
  dispatch: Dispatch<PresentEvent>,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: every step of the loop starts the clock anew.
  useEffect(() => {
    if (isShown && isKnown) return startStep(isAnswered, keyTime, () => dispatch("next"));
  }, [isShown, isKnown, sample, isAnswered, keyTime, dispatch]);
}

/** Whether the last visitor has left the camera, or none has come yet. */
export function useNobody(session: CameraSession): boolean {
  const isEmpty = useCamera(session, ({ people }) => people.length === 0);
  const [hasLeft, setHasLeft] = useState(true);
  useEffect(() => {
    if (isEmpty) return startLeaving(() => setHasLeft(true));
    setHasLeft(false);
  }, [isEmpty]);
  return isEmpty && hasLeft;
}

/** Calls `reset` when no key was pressed for a minute, and then every minute. */
export function useAbandoned(keyTime: KeyTime, reset: () => void): void {
  const latest = useRef(reset);
  latest.current = reset;
  useEffect(() => startAbandoned(keyTime, () => latest.current()), [keyTime]);
}
