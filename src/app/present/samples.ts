import { SAMPLE_URL } from "../store/images-slice.ts";

/** A picture for stages without a camera. */
export interface Sample {
  /** Relative to the page; it comes with the page, so that no network is needed. */
  readonly url: string;
  /** Who it shows and whose it is, the same in every language. */
  readonly credit: string;
}

/** Every sample, in the order in which they are shown. */
export const SAMPLES: readonly Sample[] = [{ url: SAMPLE_URL, credit: "Eileen Collins · NASA" }];
