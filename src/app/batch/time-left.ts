import type { BatchText } from "../text/shape/batch.ts";

/**
 * A wait in words that do not change every second: whole minutes, or below that steps of ten seconds.
 *
 * @example timeLeft(words, 95_000) // “about 2 minutes left”
 */
export function timeLeft(words: BatchText["timeLeft"], remainingMs: number): string {
  const seconds = remainingMs / 1000;
  if (seconds < 10) return words.fewSeconds;
  if (seconds < 55) return words.seconds(Math.ceil(seconds / 10) * 10);
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? words.minutes(minutes) : words.hours(Math.round(minutes / 30) / 2);
}
