interface Section {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** The words about AgeLens itself. */
export interface AboutText {
  readonly heading: string;
  readonly lead: string;
  readonly stepsHeading: string;
  /** What happens to a picture, step by step: a name and a sentence. */
  readonly steps: readonly (readonly [name: string, sentence: string])[];
  /** `error` is the mean absolute error of the page's own model in years, once it is known. */
  readonly sections: (error: string | undefined) => readonly Section[];
  readonly modelsHeading: string;
  readonly modelsLead: string;
  readonly licencesHeading: string;
  readonly licencesLead: string;
  readonly licences: Readonly<Record<"page" | "engine" | "samples", string>>;
}
