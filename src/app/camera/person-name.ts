const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/**
 * A letter for a person, the same for as long as they are followed: in the picture and beside it.
 *
 * @example personName(2) // "B"
 */
export function personName(id: number): string {
  return LETTERS.charAt((id - 1) % LETTERS.length);
}
