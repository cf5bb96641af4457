import { type Dispatch, useEffect, useRef, useState } from "react";
import type { CameraSession } from "../camera/camera-session.ts";
import { useCamera } from "../camera/use-camera-session.ts";
import type { PresentEvent, PresentState } from "./present-state.ts";

/** How long a sample's question and its answer stay. */
const QUESTION_MS = 4000;
const ANSWER_MS = 8000;
/** Somebody who presses keys is not hurried. */
const AFTER_KEY_MS = 12_000;
/** A visitor has left when nobody was seen for so long. */
const LEFT_MS = 6000;
/** Without a key for so long, the presenter has left, too. */
const FORSAKEN_MS = 60_000;

/** When the last key was pressed, on performance.now()'s clock; not a state, so that keys draw nothing anew. */
export type KeyTime = { current: number };

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
    if (!isShown || !isKnown) return;
    let timer = 0;
    const wait = (ms: number) => {
      timer = window.setTimeout(() => {
        const hurried = AFTER_KEY_MS - (performance.now() - keyTime.current);
        if (hurried > 0) wait(hurried);
        else dispatch("next");
      }, ms);
    };
    wait(isAnswered ? ANSWER_MS : QUESTION_MS);
    return () => clearTimeout(timer);
  }, [isShown, isKnown, sample, isAnswered, keyTime, dispatch]);
}

/** Whether the last visitor has left the camera, or none has come yet. */
export function useNobody(session: CameraSession): boolean {
  const isEmpty = useCamera(session, ({ people }) => people.length === 0);
  const [hasLeft, setHasLeft] = useState(true);
  useEffect(() => {
    if (!isEmpty) return setHasLeft(false);
    const timer = setTimeout(() => setHasLeft(true), LEFT_MS);
    return () => clearTimeout(timer);
  }, [isEmpty]);
  return isEmpty && hasLeft;
}

/** Calls `reset` when no key was pressed for a minute, and then every minute. */
export function useForsaken(keyTime: KeyTime, reset: () => void): void {
  const latest = useRef(reset);
  latest.current = reset;
  useEffect(() => {
    const timer = setInterval(() => {
      if (performance.now() - keyTime.current > FORSAKEN_MS) latest.current();
    }, FORSAKEN_MS / 10);
    return () => clearInterval(timer);
  }, [keyTime]);
}
