import { type RefObject, useEffect, useRef } from "react";

type Target = RefObject<HTMLElement | null>;

/** Takes up the focus with `target`, at once and whenever `occasion` changes, if what had it is gone from the page. */
export function useFocusWhenLost(target: Target, occasion: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the occasion is what triggers it.
  useEffect(() => takeUpFocus(target.current), [target, occasion]);
}

/** As useFocusWhenLost, but leaves the focus alone until `occasion` changes for the first time. */
export function useFocusWhenLostLater(target: Target, occasion: unknown): void {
  const first = useRef(occasion);
  useEffect(() => {
    if (occasion === first.current) return;
    first.current = undefined;
    takeUpFocus(target.current);
  }, [target, occasion]);
}

/** The focus is lost when it is on nothing, or on no more than a container of `target`. */
function takeUpFocus(target: HTMLElement | null): void {
  const focused = document.activeElement;
  if (target && focused !== target && (focused === null || focused.contains(target))) {
    target.focus({ preventScroll: true });
  }
}
