/** Short texts that the browser keeps by name. */
export interface ItemStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/**
 * The browser's own storage of items. It is looked up at each call: where site data is blocked, the mere look throws.
 */
export const browserItems: ItemStorage = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
};
