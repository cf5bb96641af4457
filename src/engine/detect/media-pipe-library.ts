/** MediaPipe's two modules in one, loaded when they are first needed; they import nothing else, so that their file can lie anywhere. */
export { FaceDetector } from "@mediapipe/tasks-vision";
export { default as moduleFactory } from "@mediapipe/tasks-vision/vision_wasm_module_internal.js";
