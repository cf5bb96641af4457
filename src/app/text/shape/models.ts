/** Headings of the models' cards, as the training workspace writes them. */
type CardHeading =
  | "Model details"
  | "Intended use"
  | "Misuse"
  | "Factors"
  | "Metrics"
  | "Evaluation data"
  | "Training data"
  | "Quantitative analyses"
  | "Age"
  | "Gender"
  | "Known failures"
  | "Ethical considerations"
  | "Caveats and recommendations";

/** Heads of the columns of their tables. */
type CardColumn =
  | "group"
  | "n"
  | "bias"
  | "within 5 years"
  | "inside the interval"
  | "accuracy"
  | "precision"
  | "recall"
  | "groups"
  | "lowest"
  | "highest"
  | "apart"
  | "apart at the same ages"
  | "weights"
  | "bytes"
  | "MAE or accuracy"
  | "lost"
  | "central mass"
  | "damage"
  | "none"
  | "little"
  | "some"
  | "much"
  | "very much";

/** What the manifest and the models' cards say in English, in the page's language. */
export interface ModelsText {
  /** Names of models by their ids; a model that is not among them keeps the manifest's name. */
  readonly names: Readonly<Record<string, string>>;
  /** Names of test sets by the manifest's; others stay as they are. */
  readonly sets: Readonly<Record<string, string>>;
  readonly cardTitle: (id: string) => string;
  readonly card: Readonly<Record<CardHeading | CardColumn, string>>;
}
