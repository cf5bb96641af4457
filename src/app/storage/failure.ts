/** Why the browser keeps nothing for the page: it may not, or it has no space left. */
export type StorageFailure = "blocked" | "full";

/**
 * What an error of the browser's storage means. Whatever is not about space means that the page may not keep anything:
 * browsers throw SecurityError, InvalidStateError, TypeError and others where site data is blocked.
 */
export function toStorageFailure(error: unknown): StorageFailure {
  return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "blocked";
}
