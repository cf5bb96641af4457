import type { Engine } from "../../engine/index.ts";
import { toPictureRecord } from "../export/to-record.ts";
import { type BatchItem, type ItemState, withState } from "./batch-item.ts";
import { type BatchAccess, type BatchStatus, countWaiting } from "./batch-state.ts";
import { Pace } from "./pace.ts";
import { checkReadable, stopsTheBatch, toReadingProblem } from "./reading-problems.ts";

/** Reads the waiting pictures of a batch, one at a time, and can be stopped at any moment. */
export class BatchReader {
  /** Files by the ids of their items. They are handles: the browser holds none of their bytes. */
  readonly files = new Map<string, File>();
  readonly #analyse: Engine["analyse"];
  readonly #batch: BatchAccess;
  readonly #update: (item: BatchItem) => void;
  #pace = new Pace();
  #abort = new AbortController();

  /** `update` puts an item in the place of the one with the same id. */
  constructor(analyse: Engine["analyse"], batch: BatchAccess, update: (item: BatchItem) => void) {
    this.#analyse = analyse;
    this.#batch = batch;
    this.#update = update;
  }

  /** Starts unless it is at work already or there is nothing that it could read. */
  start(): void {
    if (this.#batch.getState().status !== "running" && this.#next()) void this.#run();
  }

  /** Lets go of the picture that is being read; it stays among those that wait. */
  stop(status: BatchStatus): void {
    this.#abort.abort();
    this.#batch.setState({ status, readingId: undefined });
  }

  async #run(): Promise<void> {
    const { setState, getState } = this.#batch;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#pace = new Pace();
    setState({ status: "running", problem: undefined });
    for (let item = this.#next(); item; item = this.#next()) {
      setState({ readingId: item.id });
      const started = performance.now();
      const state = await this.#read(item, signal);
      if (signal.aborted) return;
      if (state.status === "failed" && stopsTheBatch(state.problem)) {
        return setState({ status: "paused", readingId: undefined, problem: state.problem });
      }
      this.#update(withState(item, state));
      this.#pace.add(performance.now() - started);
      setState({ remainingMs: this.#pace.remainingMs(countWaiting(getState().items)) });
    }
    setState({ status: "idle", readingId: undefined, remainingMs: undefined });
  }

  async #read(item: BatchItem, signal: AbortSignal): Promise<ItemState> {
    const file = this.files.get(item.id) as File;
    try {
      await checkReadable(file);
      const analysis = await this.#analyse(file, { signal });
      return { status: "read", record: toPictureRecord(item.name, analysis, false) };
    } catch (error) {
      return { status: "failed", problem: toReadingProblem(error) };
    }
  }

  /** The first waiting picture whose file is at hand. */
  #next(): BatchItem | undefined {
    return this.#batch.getState().items.find(({ id, status }) => status === "waiting" && this.files.has(id));
  }
}
