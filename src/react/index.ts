/**
 * Hooks for React 18 and later. They may be imported and rendered on a server, where nothing is read.
 *
 * @module
 */
export type { AgesOptions } from "./options.ts";
export { type Ages, type AgesState, useAges } from "./use-ages.ts";
export { type LiveAges, type LiveSource, useLiveAges } from "./use-live-ages.ts";
