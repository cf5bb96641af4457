import type { Plugin } from "vite";

/**
 * Turns one CommonJS file of a package into a module that imports nothing. Left to itself the bundler lets the file's chunk
 * import its helpers from the worker's own file, which WebKit then runs a second time.
 */
export function commonJsAsModule(file: RegExp): Plugin {
  return {
    name: "common-js-as-module",
    transform: {
      filter: { id: file },
      handler: (code) =>
        `const module = { exports: {} };(function (exports, require) {${code}\n})(module.exports);export default module.exports;`,
    },
  };
}
