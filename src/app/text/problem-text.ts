import type { Problem } from "../store/problem.ts";
import type { Text } from "./text.ts";

/** A problem in one sentence of the page's language. */
export function problemText(problems: Text["problems"], { code, about = "" }: Problem): string {
  return problems[code].replace("{about}", () => about);
}
