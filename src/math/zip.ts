/**
 * Pairs what lies at the same place of two arrays.
 *
 * @throws RangeError when they differ in length.
 * @example zip(["a", "b"], [1, 2]) // [["a", 1], ["b", 2]]
 */
export function zip<A, B>(first: readonly A[], second: readonly B[]): [A, B][] {
  if (first.length !== second.length) throw new RangeError(`${first.length} items do not pair with ${second.length}.`);
  return first.map((item, index) => [item, second[index] as B]);
}
