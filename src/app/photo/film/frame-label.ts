import type { Frame } from "../../store/app-state.ts";
import { problemText } from "../../text/problem-text.ts";
import type { Text } from "../../text/text.ts";
import { labelText } from "../face-words.ts";
import { readingOrder } from "../reading-order.ts";

/** More ages than these do not fit on a frame. */
const MOST_AGES = 3;

/** What a frame says: a few figures on it, and a sentence for those who do not see it. */
export function frameLabel(text: Text, { outcome }: Frame): { short: string; long: string } {
  if (!outcome) return { short: "", long: text.photo.reel.waiting };
  if (outcome.status === "failed") return { short: "", long: problemText(text.problems, outcome.problem) };
  const { faces } = outcome.analysis;
  const ages = readingOrder(faces).flatMap((index) => (faces[index] ? labelText(faces[index]).years : []));
  const more = ages.length > MOST_AGES ? ` +${ages.length - MOST_AGES}` : "";
  return {
    short: ages.length === 0 ? "–" : ages.slice(0, MOST_AGES).join(" · ") + more,
    long: text.photo.faceCount(faces.length),
  };
}
