import { type BirpcReturn, createBirpc } from "birpc";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { EngineInfo } from "../api.ts";
import type { Outcome, PageFunctions, WorkerFunctions } from "../worker/protocol.ts";
import { EngineClient } from "./engine-client.ts";
import { WorkerLink } from "./worker-link.ts";

const config = { manifestUrl: "https://example.test/models/manifest.json", backend: "wasm" } as const;
const info: EngineInfo = { backend: "wasm", reason: "asked-for", modelId: "m" };

/** A worker on the same thread whose answers the test decides. */
class FakeWorker extends EventTarget {
  static readonly started: FakeWorker[] = [];
  readonly page: BirpcReturn<PageFunctions, WorkerFunctions>;
  readonly cancelled: number[] = [];
  readonly runs: { id: number; settle: (outcome: Outcome<EngineInfo>) => void }[] = [];
  terminated = false;
  #receive: (message: unknown) => void = () => {};

  constructor() {
    super();
    FakeWorker.started.push(this);
    const functions: WorkerFunctions = {
      configure: () => {},
      run: (id) => new Promise((settle) => this.runs.push({ id, settle: settle as FakeWorker["runs"][0]["settle"] })),
      cancel: (id) => void this.cancelled.push(id),
    };
    this.page = createBirpc<PageFunctions, WorkerFunctions>(functions, {
      post: (data) => this.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) })),
      on: (receive) => {
        this.#receive = receive;
      },
      timeout: -1,
    });
  }

  postMessage(data: unknown) {
    this.#receive(structuredClone(data));
  }

  terminate() {
    this.terminated = true;
  }
}

function start() {
  FakeWorker.started.length = 0;
  const client = new EngineClient(() => new WorkerLink(new FakeWorker() as unknown as Worker, config));
  return { client, worker: () => FakeWorker.started.at(-1) as FakeWorker };
}

/** Waits until the worker has received `count` load requests. */
const received = (worker: () => FakeWorker, count: number) =>
  vi.waitFor(() => expect(worker().runs).toHaveLength(count));

beforeAll(() => vi.stubGlobal("ImageBitmap", class {}));

describe("EngineClient", () => {
  it("starts no worker before the first call, and only one", async () => {
    const { client, worker } = start();
    expect(FakeWorker.started).toHaveLength(0);
    const first = client.load();
    await received(worker, 1);
    worker().runs[0]?.settle({ status: "done", value: info });
    expect(await first).toEqual(info);
    void client.load();
    await received(worker, 2);
    expect(FakeWorker.started).toHaveLength(1);
  });

  it("sends the next call only when the one before is done", async () => {
    const { client, worker } = start();
    const first = client.load();
    const second = client.load();
    await received(worker, 1);
    worker().runs[0]?.settle({ status: "failed", code: "model-missing", message: "gone" });
    await expect(first).rejects.toMatchObject({ code: "model-missing", message: "gone" });
    await received(worker, 2);
    worker().runs[1]?.settle({ status: "done", value: info });
    expect(await second).toEqual(info);
  });

  it("passes progress to the call that it belongs to", async () => {
    const { client, worker } = start();
    const onProgress = vi.fn();
    const call = client.load({ onProgress });
    await received(worker, 1);
    const id = worker().runs[0]?.id as number;
    await worker().page.progress.asEvent(id, { kind: "start", part: "network" });
    await worker().page.progress.asEvent(id + 1, { kind: "start", part: "detector" });
    worker().runs[0]?.settle({ status: "done", value: info });
    await call;
    expect(onProgress.mock.calls).toEqual([[{ kind: "start", part: "network" }]]);
  });

  it("rejects an aborted call at once, tells the worker, and goes on after it", async () => {
    const { client, worker } = start();
    const abort = new AbortController();
    const first = client.load({ signal: abort.signal });
    const second = client.load();
    await received(worker, 1);
    abort.abort();
    await expect(first).rejects.toMatchObject({ name: "AbortError" });
    await vi.waitFor(() => expect(worker().cancelled).toEqual([worker().runs[0]?.id]));
    expect(worker().runs).toHaveLength(1);
    worker().runs[0]?.settle({ status: "cancelled" });
    await received(worker, 2);
    worker().runs[1]?.settle({ status: "done", value: info });
    expect(await second).toEqual(info);
  });

  it("never sends a call that was aborted while it waited", async () => {
    const { client, worker } = start();
    const abort = new AbortController();
    const first = client.load();
    const second = client.load({ signal: abort.signal });
    const third = client.load();
    abort.abort();
    await expect(second).rejects.toMatchObject({ name: "AbortError" });
    await received(worker, 1);
    worker().runs[0]?.settle({ status: "done", value: info });
    await first;
    await received(worker, 2);
    worker().runs[1]?.settle({ status: "done", value: info });
    await third;
    expect(worker().runs).toHaveLength(2);
  });

  it("fails the call in flight when the worker crashes, and starts another for the next", async () => {
    const { client, worker } = start();
    const first = client.load();
    await received(worker, 1);
    const crashed = worker();
    crashed.dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
    await expect(first).rejects.toMatchObject({ code: "worker-crashed" });
    expect(crashed.terminated).toBe(true);
    const second = client.load();
    await vi.waitFor(() => expect(FakeWorker.started).toHaveLength(2));
    await received(worker, 1);
    worker().runs[0]?.settle({ status: "done", value: info });
    expect(await second).toEqual(info);
  });

  it("fails what waits when it is closed, and everything after", async () => {
    const { client, worker } = start();
    const waiting = client.load();
    await received(worker, 1);
    client.close();
    await expect(waiting).rejects.toMatchObject({ code: "engine-closed" });
    await expect(client.load()).rejects.toMatchObject({ code: "engine-closed" });
  });

  it("takes a worker that falls silent for dead", async () => {
    vi.useFakeTimers();
    const { client } = start();
    const call = client.load();
    const outcome = expect(call).rejects.toMatchObject({ code: "worker-crashed" });
    await vi.advanceTimersByTimeAsync(121_000);
    await outcome;
    vi.useRealTimers();
  });
});
