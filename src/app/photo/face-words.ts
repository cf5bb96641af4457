import type { FaceReading } from "../../engine/index.ts";
import type { LabelText } from "../../labels/label-size.ts";
import { formatInterval, wholeYears } from "../text/format.ts";
import type { Text } from "../text/text.ts";

/** A face's label on the picture; a refused face gets a question mark. */
export function labelText({ reading }: FaceReading): LabelText {
  if (reading.status === "refused") return { years: "?", interval: "" };
  return { years: String(Math.round(reading.years)), interval: formatInterval(wholeYears(reading.interval)) };
}

/** A face in one line, for instance “Face 2: 34 years, 28–41”; `position` counts from 1. */
export function faceName(text: Text, { reading }: FaceReading, position: number): string {
  if (reading.status === "refused") return text.photo.face(position, undefined);
  const years = text.photo.years(Math.round(reading.years));
  return text.photo.face(position, `${years}, ${formatInterval(wholeYears(reading.interval))}`);
}
