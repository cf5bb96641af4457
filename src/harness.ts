import "./element/index.ts";
import { createEngine } from "./engine/index.ts";

/**
 * The page that the command line tools and the engine's own end-to-end tests drive: the engine exactly as the app has
 * it, and the custom element, without the app.
 */
declare global {
  interface Window {
    createEngine: typeof createEngine;
  }
}

window.createEngine = createEngine;
