import { readFileSync } from "node:fs";
import type { CDPSession, Page } from "@playwright/test";

/** What the page holds, after its garbage has been collected. Sizes in megabytes of 1,000,000 bytes. */
export interface Memory {
  /** JavaScript heap of the page. */
  readonly pageHeap: number;
  /** JavaScript heap of the engine's worker. */
  readonly workerHeap: number;
  readonly domNodes: number;
  /** Resident memory of the process that renders the page, worker included; `null` where the system does not tell. */
  readonly process: number | null;
}

const MEGABYTE = 1e6;

/** Measures the page and its worker. */
export async function measureMemory(page: Page): Promise<Memory> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("Performance.enable");
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  const memory = {
    pageHeap: metric("JSHeapUsedSize") / MEGABYTE,
    workerHeap: await workerHeap(session),
    domNodes: metric("Nodes"),
    process: await rendererMemory(page),
  };
  await session.detach();
  return memory;
}

/** Chromium answers for a worker only through its page's session. */
async function workerHeap(page: CDPSession): Promise<number> {
  const attached = new Promise<string>((resolve) =>
    page.once("Target.attachedToTarget", (event) => resolve(event.sessionId)),
  );
  await page.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const sessionId = await attached;
  await ask(page, sessionId, 1, "HeapProfiler.collectGarbage");
  const { usedSize } = (await ask(page, sessionId, 2, "Runtime.getHeapUsage")) as { usedSize: number };
  return usedSize / MEGABYTE;
}

function ask(page: CDPSession, sessionId: string, id: number, method: string): Promise<unknown> {
  return new Promise((resolve) => {
    const receive = (event: { sessionId: string; message: string }) => {
      const reply = JSON.parse(event.message) as { id?: number; result?: unknown };
      if (event.sessionId !== sessionId || reply.id !== id) return;
      page.off("Target.receivedMessageFromTarget", receive);
      resolve(reply.result);
    };
    page.on("Target.receivedMessageFromTarget", receive);
    void page.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) });
  });
}

/** The largest of the browser's renderers is that of the page. */
async function rendererMemory(page: Page): Promise<number | null> {
  const browser = await page.context().browser()?.newBrowserCDPSession();
  if (!browser) return null;
  const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
  await browser.detach();
  const sizes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => residentBytes(id));
  return process.platform === "linux" ? Math.max(...sizes) / MEGABYTE : null;
}

/** Linux tells a process' resident memory in kibibytes. */
function residentBytes(processId: number): number {
  if (process.platform !== "linux") return 0;
  const status = readFileSync(`/proc/${processId}/status`, "utf8");
  return 1024 * Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
}
