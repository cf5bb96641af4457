import unseen from "../components/unseen.module.css";
import { useText } from "../text/use-text.ts";
import { countWaiting } from "./batch-state.ts";
import { useBatch } from "./use-batch.ts";

/** Tells screen readers when reading begins, pauses and ends, and nothing in between. */
export function BatchAnnouncer() {
  const { progress } = useText().batch;
  const status = useBatch((state) => state.status);
  const isDone = useBatch(({ items }) => items.length > 0 && countWaiting(items) === 0);
  const message = { running: progress.running, paused: progress.paused, idle: isDone ? progress.done : "" }[status];
  return (
    <p className={unseen.unseen} role="status">
      {message}
    </p>
  );
}
