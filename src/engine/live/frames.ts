/** Calls `onFrame` for every new picture of a video until the returned function is called. */
export function everyFrame(video: HTMLVideoElement, onFrame: () => void): () => void {
  let handle = 0;
  const next = () => {
    onFrame();
    handle = request();
  };
  const request = () =>
    "requestVideoFrameCallback" in video ? video.requestVideoFrameCallback(next) : requestAnimationFrame(next);
  handle = request();
  return () =>
    "cancelVideoFrameCallback" in video ? video.cancelVideoFrameCallback(handle) : cancelAnimationFrame(handle);
}

/** The picture that a video shows, to be handed over without a copy of its pixels where the browser can do that. */
export function grabFrame(video: HTMLVideoElement): Promise<ImageBitmap> | VideoFrame {
  return typeof VideoFrame === "undefined" ? createImageBitmap(video) : new VideoFrame(video);
}
