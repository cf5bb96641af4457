/** The oldest age on every scale of the page, in years. */
export const OLDEST = 100;

/** Where an age lies on the scale, 0…1; ages beyond its ends lie at its ends. */
export function agePosition(years: number): number {
  return Math.min(1, Math.max(0, years / OLDEST));
}

/**
 * Outline of a posterior over whole ages as the corners of an SVG path, `width` × `height` units, filled from below;
 * the likeliest age touches the top.
 *
 * @example posteriorPath([0, 1], 100, 10) // "M0 10L0 10L1 0L1 10Z"
 */
export function posteriorPath(posterior: ArrayLike<number>, width: number, height: number): string {
  const shares = Array.from(posterior).slice(0, OLDEST + 1);
  const highest = Math.max(...shares);
  const corners = shares.map((share, age) => {
    const x = round(agePosition(age) * width);
    return `L${x} ${round(height * (1 - share / highest))}`;
  });
  const lastX = round(agePosition(shares.length - 1) * width);
  return `M0 ${height}${corners.join("")}L${lastX} ${height}Z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
