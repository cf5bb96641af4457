/** The words of an explanation. */
export interface ExplainText {
  readonly open: string;
  readonly methods: string;
  readonly quick: string;
  readonly thorough: string;
  readonly quickMeaning: string;
  readonly thoroughMeaning: string;
  readonly noQuick: string;
  readonly nothing: string;
  readonly map: string;
  readonly working: string;
  readonly covered: (done: number, total: number) => string;
  readonly curve: string;
  readonly groups: (groups: string) => string;
  readonly overHeading: string;
  readonly overAge: string;
  readonly overShare: (share: string, age: number) => string;
  readonly overCaution: string;
  readonly refused: string;
}
