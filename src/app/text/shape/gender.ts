/** The words of the second reading. */
export interface GenderText {
  readonly heading: string;
  readonly switchOn: string;
  readonly meaning: string;
  /** `right` is a share of faces. */
  readonly measured: (right: string, set: string, images: string) => string;
  readonly reading: (apparent: "female" | "male", share: string) => string;
  readonly refused: string;
  readonly wrong: (share: string) => string;
  readonly caution: string;
}
