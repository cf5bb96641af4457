/**
 * Share of a posterior over whole ages that lies at `age` or above, 0…1.
 *
 * @example shareOver([0.25, 0.25, 0.5], 1) // 0.75
 */
export function shareOver(posterior: ArrayLike<number>, age: number): number {
  let over = 0;
  let total = 0;
  Array.from(posterior).forEach((share, year) => {
    total += share;
    if (year >= age) over += share;
  });
  return over / total;
}
