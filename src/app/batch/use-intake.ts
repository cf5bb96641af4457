import { useEffect, useState } from "react";
import { useApp } from "../store/store.ts";
import { collect } from "./collect.ts";
import { toReadingProblem } from "./reading-problems.ts";
import { useBatch } from "./use-batch.ts";

/** Takes up a batch that was kept, and all that is meant for the batch; says whether folders are being walked through. */
export function useIntake(): boolean {
  const forBatch = useApp((state) => state.forBatch);
  const takeForBatch = useApp((state) => state.takeForBatch);
  const report = useApp((state) => state.report);
  const add = useBatch((state) => state.add);
  const restore = useBatch((state) => state.restore);
  const [searches, setSearches] = useState(0);

  useEffect(() => {
    const incoming = forBatch.length > 0 ? takeForBatch() : [];
    setSearches((count) => count + 1);
    const takeIn = async () => {
      await restore();
      if (incoming.length > 0) add(await collect(incoming));
    };
    takeIn()
      .catch((error: unknown) => report(toReadingProblem(error)))
      .finally(() => setSearches((count) => count - 1));
  }, [forBatch, takeForBatch, report, add, restore]);

  return searches > 0;
}
