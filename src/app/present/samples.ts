import type { SampleId } from "../store/samples.ts";

/** The pictures for stages without a camera, in the order in which they are shown: those of one person. */
export const SAMPLES: readonly [SampleId, ...SampleId[]] = ["astronaut", "hopper", "mona-lisa"];
