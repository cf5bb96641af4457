import { useEffect, useState } from "react";
import { useApp } from "../store/store.ts";
import { collect } from "./collect.ts";
import { useBatch } from "./use-batch.ts";

/** Takes up a batch that was kept, and all that is meant for the batch; says whether folders are being walked through. */
export function useIntake(): boolean {
  const forBatch = useApp((state) => state.forBatch);
  const takeForBatch = useApp((state) => state.takeForBatch);
  const add = useBatch((state) => state.add);
  const restore = useBatch((state) => state.restore);
  const [searches, setSearches] = useState(0);

  useEffect(() => {
    const incoming = forBatch.length > 0 ? takeForBatch() : [];
    setSearches((count) => count + 1);
    void (async () => {
      await restore();
      if (incoming.length > 0) add(await collect(incoming));
      setSearches((count) => count - 1);
    })();
  }, [forBatch, takeForBatch, add, restore]);

  return searches > 0;
}
