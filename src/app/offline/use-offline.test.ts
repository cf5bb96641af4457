import { beforeEach, expect, it, vi } from "vitest";
import { followServiceWorker } from "./use-offline.ts";

class FakeWorker extends EventTarget {
  readonly postMessage = vi.fn();
}

/** A browser's registration whose workers the test moves along. */
class FakeRegistration extends EventTarget {
  installing: FakeWorker | undefined;
  waiting: FakeWorker | undefined;
  active: FakeWorker | undefined;
  readonly update = vi.fn(async () => undefined);

  find(): FakeWorker {
    this.installing = new FakeWorker();
    this.dispatchEvent(new Event("updatefound"));
    return this.installing;
  }

  move(worker: FakeWorker, to: "waiting" | "active") {
    this.installing = undefined;
    this.waiting = to === "waiting" ? worker : undefined;
    if (to === "active") this.active = worker;
    worker.dispatchEvent(new Event("statechange"));
  }
}

const report = vi.fn();
const reload = vi.fn();

async function setUp(registration: FakeRegistration | undefined) {
  const container = Object.assign(new EventTarget(), { register: async () => registration });
  await followServiceWorker(() => container as unknown as ServiceWorkerContainer, report, reload);
  return container;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
});

it("says when the first version is stored", async () => {
  const registration = new FakeRegistration();
  await setUp(registration);
  const first = registration.find();
  expect(report).not.toHaveBeenCalled();
  registration.move(first, "active");
  expect(report).toHaveBeenLastCalledWith({ status: "ready" });
});

it("offers a new version, and loads the page again only when that was wanted", async () => {
  const registration = new FakeRegistration();
  registration.active = new FakeWorker();
  const container = await setUp(registration);
  expect(report).toHaveBeenLastCalledWith({ status: "ready" });
  container.dispatchEvent(new Event("controllerchange"));
  expect(reload).not.toHaveBeenCalled();
  const next = registration.find();
  registration.move(next, "waiting");
  const offered = report.mock.lastCall?.[0];
  expect(offered.status).toBe("update");
  offered.takeOver();
  expect(next.postMessage).toHaveBeenCalledWith("take-over");
  container.dispatchEvent(new Event("controllerchange"));
  expect(reload).toHaveBeenCalledTimes(1);
});

it("asks for a new version every hour, also when the network is gone", async () => {
  const registration = new FakeRegistration();
  registration.update.mockRejectedValueOnce(new Error("offline"));
  await setUp(registration);
  await vi.advanceTimersByTimeAsync(2.5 * 60 * 60 * 1000);
  expect(registration.update).toHaveBeenCalledTimes(2);
});

it("does without where service workers are switched off", async () => {
  await setUp(undefined);
  expect(report).not.toHaveBeenCalled();
});

it("rejects where the browser refuses even to be asked, and does without where it has no service workers", async () => {
  const refuse = () => {
    throw new DOMException("", "SecurityError");
  };
  await expect(followServiceWorker(refuse, report, reload)).rejects.toThrow();
  await followServiceWorker(() => undefined, report, reload);
  expect(report).not.toHaveBeenCalled();
});
