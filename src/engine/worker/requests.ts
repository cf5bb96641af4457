import { toEngineError } from "../errors.ts";
import type { Outcome } from "./protocol.ts";

class Cancelled extends Error {}

/** Turns a task into its one outcome, and lets it be cancelled between its steps. */
export class Requests {
  readonly #cancelled = new Set<number>();

  /** Runs `task`; its checkpoint lets messages through and throws once the request was cancelled. */
  async run<T>(requestId: number, task: (checkpoint: () => Promise<void>) => Promise<T>): Promise<Outcome<T>> {
    try {
      const value = await task(async () => {
        await nextTask();
        if (this.#cancelled.has(requestId)) throw new Cancelled();
      });
      return { status: "done", value };
    } catch (error) {
      if (error instanceof Cancelled) return { status: "cancelled" };
      const { code, message, about } = toEngineError(error);
      if (code === "internal") console.error(error);
      return { status: "failed", code, message, about };
    } finally {
      this.#cancelled.delete(requestId);
    }
  }

  cancel(requestId: number): void {
    this.#cancelled.add(requestId);
  }
}

/** Waits until messages that have arrived meanwhile were handled (timers would wait for 4 ms). */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
