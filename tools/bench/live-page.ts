/** What Playwright carries into the page: it stands on its own, with no named function inside it (see in-page.ts). */

/** One look at what the page shows. */
export interface ShownSample {
  /** Milliseconds since the first reading appeared. */
  readonly ms: number;
  readonly years: number;
  readonly low: number;
  readonly high: number;
  readonly settled: boolean;
}

/** What was watched on the page. */
export interface WatchedPage {
  readonly samples: ShownSample[];
  /** Milliseconds of every task of the main thread above 50 ms. */
  readonly longTasksMs: number[];
  /** Repaints per second. */
  readonly repaintsPerSecond: number;
  /** What the page itself says about its speed. */
  readonly speed: string;
}

/** Waits for the first reading, then looks at the page twenty times a second for `seconds`. */
export async function watchReadings(seconds: number): Promise<WatchedPage> {
  while (!document.querySelector("[data-testid=person-years]")) await new Promise((resolve) => setTimeout(resolve, 10));
  const longTasksMs: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasksMs.push(duration);
  });
  observer.observe({ type: "longtask" });
  let repaints = 0;
  let isDone = false;
  void (async () => {
    while (!isDone) {
      await new Promise(requestAnimationFrame);
      repaints++;
    }
  })();
  const samples: ShownSample[] = [];
  const started = performance.now();
  for (let tick = 0; tick < seconds * 20; tick++) {
    const [low, high] = (document.querySelector("[data-testid=person-interval]")?.textContent ?? "")
      .split("–")
      .map(Number);
    samples.push({
      ms: performance.now() - started,
      years: Number(document.querySelector("[data-testid=person-years]")?.textContent ?? Number.NaN),
      low: low ?? Number.NaN,
      high: high ?? low ?? Number.NaN,
      settled: document.querySelector("[data-testid=person] [data-settled]") !== null,
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  isDone = true;
  for (const { duration } of observer.takeRecords()) longTasksMs.push(duration);
  observer.disconnect();
  const repaintsPerSecond = (1000 * repaints) / (performance.now() - started);
  const speed = document.querySelector("[data-testid=speed]")?.textContent ?? "";
  return { samples, longTasksMs, repaintsPerSecond, speed };
}
