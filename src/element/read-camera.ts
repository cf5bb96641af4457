import {
  borrowEngine,
  CameraError,
  closeCamera,
  type Following,
  followPeople,
  openCamera,
  type Progress,
  toEngineError,
} from "../engine/index.ts";
import type { ElementOptions } from "./read-picture.ts";
import type { Stop, Tell } from "./state.ts";

/** Opens the visitor's camera and follows the people before it until it is stopped. */
export function readCamera(options: ElementOptions, tell: Tell): Stop {
  const controller = new AbortController();
  const { signal } = controller;
  const end = (error: unknown) => {
    if (signal.aborted) return;
    controller.abort();
    tell({ kind: "failed", error: error instanceof CameraError ? error : toEngineError(error) });
  };
  tell({ kind: "camera-opening" });
  openCamera().then((stream) => {
    if (signal.aborted) closeCamera(stream);
    else watch(stream, options, signal, tell, end);
  }, end);
  return () => controller.abort();
}

function watch(
  stream: MediaStream,
  { engine: options, read }: ElementOptions,
  signal: AbortSignal,
  tell: Tell,
  end: (error: unknown) => void,
): void {
  const shown = playing(stream);
  const { engine, giveBack } = borrowEngine(options);
  let isWaiting = true;
  const onProgress = (progress: Progress) => {
    if (isWaiting && !signal.aborted) tell({ kind: "camera-on", shown, progress });
  };
  const following: Following = followPeople(shown, {
    read: (frame, frameSignal) =>
      engine.analyse(frame, { ...read, effort: read.effort ?? "frame", signal: frameSignal, onProgress }),
    onFrame: (frame) => {
      isWaiting = false;
      tell({ kind: "camera-on", shown, frame });
    },
    onPicture: (hasPicture) => {
      if (!hasPicture) end(new CameraError("silent"));
    },
    onFailure: end,
  });
  stream.getVideoTracks()[0]?.addEventListener("ended", () => end(new CameraError("gone")), { signal });
  signal.addEventListener("abort", () => {
    following.stop();
    closeCamera(stream);
    giveBack();
  });
  tell({ kind: "camera-on", shown });
}

function playing(stream: MediaStream): HTMLVideoElement {
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.autoplay = true;
  video.srcObject = stream;
  return video;
}
