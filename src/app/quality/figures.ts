import type { FailedCheck, Pose } from "../../engine/index.ts";

/**
 * A measured value as a whole number that never seems to pass when it does not: 99.6 is shown as 99 where it falls short
 * of 100.
 */
export function wholeFigure(value: number, failure?: Pick<FailedCheck, "direction">): number {
  if (!failure) return Math.round(value);
  return failure.direction === "below" ? Math.floor(value) : Math.ceil(value);
}

export type Side = "left" | "right" | "up" | "down";

/** A head's turn about one axis: whole degrees, at least 0, and where it goes in the picture. */
export interface HeadTurn {
  readonly axis: "tilt" | "turn" | "nod";
  readonly degrees: number;
  /** Left out for 0°. */
  readonly side: Side | undefined;
}

/** A pose in the words that people use. */
export function headTurns({ roll, yaw, pitch }: Pose): HeadTurn[] {
  return [
    headTurn("tilt", roll, "left", "right"),
    headTurn("turn", yaw, "left", "right"),
    headTurn("nod", pitch, "up", "down"),
  ];
}

function headTurn(axis: HeadTurn["axis"], signed: number, negative: Side, positive: Side): HeadTurn {
  const degrees = Math.abs(Math.round(signed));
  if (degrees === 0) return { axis, degrees, side: undefined };
  return { axis, degrees, side: signed < 0 ? negative : positive };
}
