import type GithubSlugger from "github-slugger";

/** A heading of a page with the text below it, for the table of contents and the search. */
export interface PageSection {
  readonly id: string;
  readonly level: number;
  readonly heading: string;
  readonly texts: string[];
}

/** What markdown-it's rules know of the page that they work on. */
export interface PageEnvironment {
  /** The page's address in the site, without a leading slash. */
  readonly url: string;
  /** The file that the Markdown comes from, relative to the repository; included parts have another than the page. */
  readonly source: string;
  readonly slugger: GithubSlugger;
  readonly sections: PageSection[];
}
