import type { Analysis } from "../api.ts";
import { believedPeople, NO_TRACKING, type Person, track } from "../track/track.ts";
import { FrameLoop, type ReadFrame } from "./frame-loop.ts";
import type { Speed } from "./speed.ts";

/** What a frame of a video has added. */
export interface FollowedFrame {
  /** Everybody who is there, in the order in which they came; boxes are in pixels of `analysis.picture`. */
  readonly people: readonly Person[];
  /** What was read in this frame alone. */
  readonly analysis: Analysis;
  /** Once three frames were read. */
  readonly speed: Speed | undefined;
}

/** How a video is followed and who is told. */
export interface FollowOptions {
  /** Reads a frame, which is handed over: an engine's `analyse`, with the effort `frame`. */
  readonly read: ReadFrame;
  readonly onFrame: (frame: FollowedFrame) => void;
  /** Frames could not be read three times in a row: the video is followed no longer. */
  readonly onFailure: (error: unknown) => void;
  /** Called with `false` when no first frame has come within six seconds, and with `true` when it comes after all. */
  readonly onPicture?: ((hasPicture: boolean) => void) | undefined;
  /** Milliseconds between frames that are read, at least; as many as the engine can read when left out. */
  readonly pauseMs?: (() => number) | undefined;
}

/** A video that is being followed. */
export interface Following {
  /** Forgets everybody, and goes on. */
  forget(): void;
  /** Ends it; a frame that is being read is given up. */
  stop(): void;
}

const always = () => 0;
const nobodyAsks = () => {};

/**
 * Reads what a video shows, one frame at a time and always the newest, and follows people from frame to frame, so that
 * their readings settle. Nothing is read while the page is hidden or the video is paused.
 *
 * @example
 * const following = followPeople(video, {
 *   read: (frame, signal) => engine.analyse(frame, { effort: "frame", signal }),
 *   onFrame: ({ people }) => show(people.map(({ reading }) => reading?.years)),
 *   onFailure: (error) => console.error(error),
 * });
 */
export function followPeople(video: HTMLVideoElement, options: FollowOptions): Following {
  const { read, onFrame, onFailure, onPicture = nobodyAsks, pauseMs = always } = options;
  let tracking = NO_TRACKING;
  const loop = new FrameLoop({
    video,
    read,
    pauseMs,
    onPicture,
    onFailure,
    onRead: (analysis, takenMs, speed) => {
      tracking = track(tracking.people.length > 0 ? tracking : NO_TRACKING, analysis.faces, takenMs);
      onFrame({ people: believedPeople(tracking), analysis, speed });
    },
  });
  return {
    forget: () => {
      tracking = NO_TRACKING;
    },
    stop: () => loop.stop(),
  };
}
