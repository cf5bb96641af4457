/** Elements of pages, which api.ts names: none comes into a worker, so that nothing of them is known here. */
interface HTMLImageElement {
  readonly tagName: "IMG";
}
interface HTMLCanvasElement {
  readonly tagName: "CANVAS";
}
interface HTMLVideoElement {
  readonly tagName: "VIDEO";
}
