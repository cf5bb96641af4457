import type { FaceReading } from "../../engine/index.ts";
import { readingOrder } from "../../labels/reading-order.ts";
import unseen from "../components/unseen.module.css";
import type { AppState } from "../store/app-state.ts";
import { useApp } from "../store/store.ts";
import { formatInterval, wholeYears } from "../text/format.ts";
import type { Text } from "../text/text.ts";
import { useText } from "../text/use-text.ts";

/** Of more faces than these only the number is said; the list has them all. */
const TOLD_ONE_BY_ONE = 5;

/** Tells screen readers once that reading has begun, and once what came out. */
export function Announcer() {
  const text = useText();
  const message = useApp((state) => announcement(text, state));
  return (
    <p className={unseen.unseen} role="status">
      {message}
    </p>
  );
}

function announcement(text: Text, { pending, result }: AppState): string {
  if (pending) return text.progress.reading;
  if (!result) return "";
  const { faces } = result.analysis;
  const inOrder = readingOrder(faces).flatMap((index) => faces[index] ?? []);
  const told = inOrder.length <= TOLD_ONE_BY_ONE ? inOrder : [];
  return text.photo.announce(
    faces.length,
    told.map((face) => spoken(text, face)),
  );
}

function spoken(text: Text, { reading }: FaceReading): string {
  if (reading.status === "refused") return text.photo.refused;
  return `${text.photo.years(Math.round(reading.years))} (${formatInterval(wholeYears(reading.interval))})`;
}
