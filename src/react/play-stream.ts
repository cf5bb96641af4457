/** A video that plays a stream unseen. */
export interface PlayedStream {
  readonly video: HTMLVideoElement;
  /** Lets go of the stream, which goes on. */
  readonly release: () => void;
}

/** Plays a stream in a video that is not part of the page. */
export function playStream(stream: MediaStream): PlayedStream {
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  // Playing fails where the stream is let go of at once: then nobody waits for it.
  video.play().catch(() => undefined);
  return {
    video,
    release: () => {
      video.srcObject = null;
    },
  };
}
