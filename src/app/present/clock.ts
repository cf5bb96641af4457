/** How long a sample's question and its answer stay. */
const QUESTION_MS = 4000;
const ANSWER_MS = 8000;
/** Somebody who presses keys is not hurried. */
const AFTER_KEY_MS = 12_000;
/** A visitor has left when nobody was seen for so long. */
const LEFT_MS = 6000;
/** Without a key for so long, the presenter has left, too. */
const ABANDONED_MS = 60_000;

/** When the last key was pressed, on performance.now()'s clock; not a state, so that keys draw nothing anew. */
export type KeyTime = { current: number };

/** Ends a clock before its time. */
export type StopClock = () => void;

/** Calls `next` once a question, or its answer, was shown for long enough; any key gives it more time. */
export function startStep(isAnswered: boolean, keyTime: KeyTime, next: () => void): StopClock {
  return startClock(isAnswered ? ANSWER_MS : QUESTION_MS, (again) => {
    const hurriedMs = keyTime.current + AFTER_KEY_MS - performance.now();
    if (hurriedMs > 0) again(hurriedMs);
    else next();
  });
}

/** Calls `leave` once nobody was seen for so long that the visitor must have left. */
export function startLeaving(leave: () => void): StopClock {
  return startClock(LEFT_MS, leave);
}

/** Calls `reset` when no key was pressed for a minute, and then every minute. */
export function startAbandoned(keyTime: KeyTime, reset: () => void): StopClock {
  return startClock(ABANDONED_MS, (again) => {
    const restMs = keyTime.current + ABANDONED_MS - performance.now();
    if (restMs <= 0) reset();
    again(restMs > 0 ? restMs : ABANDONED_MS);
  });
}

/** Calls `ring` after `ms` milliseconds; it may ask for more. */
function startClock(ms: number, ring: (again: (ms: number) => void) => void): StopClock {
  let timer: ReturnType<typeof setTimeout>;
  const wait = (ms: number) => {
    timer = setTimeout(() => ring(wait), ms);
  };
  wait(ms);
  return () => clearTimeout(timer);
}
