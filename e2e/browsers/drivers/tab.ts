/** A page in one of the tested browsers: the little that every way of driving them offers. */
export interface Tab {
  /** The browser's name and version. */
  readonly version: string;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function in the page, which sees nothing but its arguments, and waits for what it returns. */
  run<Args extends unknown[], Result>(code: (...args: Args) => Result, ...args: Args): Promise<Awaited<Result>>;
  /** Chooses files of the disk in the first file input that the CSS selector finds. */
  choose(selector: string, paths: readonly string[]): Promise<void>;
  /** Clicks as a pointer does, in the middle of what the CSS selector finds first. */
  click(selector: string): Promise<void>;
  /** Errors that no code of the page caught, where this browser tells. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** A running browser. */
export interface TestedBrowser {
  /** Opens a page that knows nothing of the others. */
  newTab(): Promise<Tab>;
  close(): Promise<void>;
}

/** The source text of a call of `code` with `args`, for drivers that take text. */
export function callOf<Args extends unknown[]>(code: (...args: Args) => unknown, args: Args): string {
  return `(${code}).apply(undefined, ${JSON.stringify(args)})`;
}
