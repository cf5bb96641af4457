/** Pictures that come with the page; samples/README.md says where they are from and on what terms. */
export const SAMPLE_IDS = ["astronaut", "hopper", "mona-lisa", "three"] as const;
export type SampleId = (typeof SAMPLE_IDS)[number];

/** Where a sample lies, relative to the page. */
export function sampleUrl(id: SampleId): string {
  return `samples/${id}.jpg`;
}

/** The sample after the one that is shown at `url`; the first where that is none of them. */
export function nextSample(url: string | undefined): SampleId {
  const shown = SAMPLE_IDS.findIndex((id) => sampleUrl(id) === url);
  return SAMPLE_IDS[(shown + 1) % SAMPLE_IDS.length] ?? SAMPLE_IDS[0];
}
