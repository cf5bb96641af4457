/** Size of the face detector's wasm binary, filled in at build time: compressed responses do not say. */
declare const __DETECTOR_WASM_BYTES__: number;

declare module "@mediapipe/tasks-vision/vision_wasm_module_internal.js" {
  const moduleFactory: unknown;
  export default moduleFactory;
}
