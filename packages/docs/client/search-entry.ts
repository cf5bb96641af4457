/** Something that the search can find: a heading of a page with the text below it. */
export interface SearchEntry {
  /** Relative to the site's root. */
  readonly url: string;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}
