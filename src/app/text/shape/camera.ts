import type { CameraProblem } from "../../../engine/index.ts";

/** A problem in one sentence, and what to do about it in another. */
interface ProblemText {
  readonly what: string;
  readonly advice: string;
}

/** What the views with a camera have to say about it. */
export interface CameraText {
  readonly opening: string;
  readonly picture: string;
  readonly problems: Readonly<Record<CameraProblem, ProblemText>>;
  readonly tryAgain: string;
}
