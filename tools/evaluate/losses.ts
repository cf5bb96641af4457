import { ToolError } from "../shared/tool-error.ts";
import type { Complaint } from "./label-match.ts";
import { MOST_LOST } from "./label-words.ts";

const SHOWN = 3;

/**
 * What to say of pictures without a label, nothing where they are few.
 *
 * @throws ToolError where they are more than MOST_LOST of `total` and that is not `allowed`.
 */
export function sentenceOnLosses(lost: readonly Complaint[], total: number, allowed: boolean): string | undefined {
  if (lost.length <= MOST_LOST * total) return undefined;
  const share = Math.round((lost.length / total) * 100);
  const sentence = `${lost.length} of ${total} pictures (${share}%) have no label: ${commonestReasons(lost)}.`;
  if (allowed) return sentence;
  throw new ToolError(`${sentence} All are in malformed.csv. Correct them, or go on without with --allow-losses.`);
}

/** The three commonest reasons with how often they occur and one example of each. */
export function commonestReasons(lost: readonly Complaint[]): string {
  const byKind = new Map<string, Complaint[]>();
  for (const complaint of lost) {
    const kind = kindOf(complaint);
    byKind.set(kind, [...(byKind.get(kind) ?? []), complaint]);
  }
  return [...byKind.values()]
    .sort((a, b) => b.length - a.length)
    .slice(0, SHOWN)
    .map((alike) => `${alike.length} × ${alike[0]?.[1]} (${alike[0]?.[0]})`)
    .join("; ");
}

/** A reason without what is particular to one picture: quoted words, numbers and paths. */
function kindOf([name, reason]: Complaint): string {
  return reason.replace(name, "").replace(/“[^”]*”|\S*\/\S*|-?\d+(\.\d+)?/g, "…");
}
