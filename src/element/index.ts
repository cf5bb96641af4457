import { AgeLensElement } from "./age-lens-element.ts";

/**
 * Importing this registers `<age-lens>`; on a server it does nothing.
 *
 * @module
 */
export type { AgeLensEventMap } from "./age-lens-element.ts";
export { AgeLensElement };

const TAG = "age-lens";

if (typeof customElements !== "undefined" && !customElements.get(TAG)) customElements.define(TAG, AgeLensElement);
