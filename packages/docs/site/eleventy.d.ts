/** The part of Eleventy that the site uses; the package has no types of its own. */
declare module "@11ty/eleventy" {
  interface UserConfig {
    addFilter(name: string, filter: (...values: never[]) => unknown): void;
    addGlobalData(name: string, data: unknown): void;
    addTemplate(path: string, content: string, data: Readonly<Record<string, unknown>>): void;
  }

  interface Options {
    readonly quietMode: boolean;
    /** `null` where there is no file with a configuration. */
    readonly configPath: null;
    readonly config: (config: UserConfig) => void;
  }

  export default class Eleventy {
    constructor(input: string, output: string, options: Options);
    write(): Promise<void>;
  }
}
