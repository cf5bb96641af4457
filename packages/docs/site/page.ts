/** One page of the site. */
export interface Page {
  /** Where it lies in the site, without a leading slash: `studies/detector.html`. */
  readonly url: string;
  /** The Markdown file that it shows, relative to the repository. */
  readonly source: string;
  readonly markdown: string;
  /** Its heading. */
  readonly title: string;
  /** One or two sentences for search engines, at most 160 characters. */
  readonly description: string;
  /** Its name in the menu. */
  readonly menuName: string;
  /** Pages that the menu lists below it while one of them is open. */
  readonly children: readonly Page[];
}

/** A heading of the menu with its pages. */
export interface PageGroup {
  readonly name: string;
  readonly pages: readonly Page[];
}
