/** The words of the comparison. */
export interface CompareText {
  readonly heading: string;
  readonly lead: string;
  readonly noPicture: string;
  readonly sample: string;
  readonly faces: string;
  readonly face: (position: number) => string;
  readonly noFace: string;
  readonly modelCount: (count: number) => string;
  readonly working: string;
  readonly error: string;
  readonly years: (years: string) => string;
  readonly accuracy: (share: string) => string;
  readonly onImages: (set: string, images: string) => string;
  readonly speed: string;
  readonly milliseconds: (ms: string) => string;
  readonly size: string;
  readonly megabytes: (size: string, parameters: string) => string;
  readonly inUse: string;
  readonly use: (name: string) => string;
  readonly useShort: string;
  readonly card: (name: string) => string;
  readonly knows: (low: number, high: number) => string;
  readonly notMeasured: string;
}
