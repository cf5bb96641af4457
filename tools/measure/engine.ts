/** What the tool takes from the engine; bundled, because the metrics bring their shaders with them. */
export { measureReference } from "../../src/engine/metrics/reference.ts";
export { PIXEL_METRIC_IDS } from "../../src/engine/metrics/registry.ts";
