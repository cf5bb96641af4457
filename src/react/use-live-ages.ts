import { type RefObject, useCallback, useEffect, useMemo, useState } from "react";
import {
  borrowEngine,
  type EngineError,
  type FollowedFrame,
  followPeople,
  type Person,
  type Progress,
  toEngineError,
} from "../engine/index.ts";
import { type AgesOptions, useSplitOptions } from "./options.ts";
import { type PlayedStream, playStream } from "./play-stream.ts";

/** What can be followed: a video that the page shows, or a camera's stream that it need not show. */
export type LiveSource = RefObject<HTMLVideoElement | null> | HTMLVideoElement | MediaStream | null | undefined;

/** What a component knows of a video. */
export interface LiveAges {
  /** `idle` without a source, `reading` until the first frame was read, `read` from then on. */
  readonly status: "idle" | "reading" | "read" | "failed";
  /** Everybody who is there, in the order in which they came; each has a `reading` that settles within about a second. */
  readonly people: readonly Person[];
  /** The latest frame: its readings alone, its size, and how fast frames are read. */
  readonly frame: FollowedFrame | undefined;
  /** What is being waited for before the first frame. */
  readonly progress: Progress | undefined;
  readonly error: EngineError | undefined;
  /** Goes on after a failure, and begins with nobody. */
  readonly retry: () => void;
}

type Told = Omit<LiveAges, "retry" | "people">;

const NOBODY: readonly Person[] = [];
const NOTHING: Told = { status: "idle", frame: undefined, progress: undefined, error: undefined };
const READING: Told = { ...NOTHING, status: "reading" };

/**
 * Follows the people in a video or a camera's stream for as long as the component is there. The stream stays the caller's:
 * it is never stopped here. Nothing is read while the page is hidden or the video is paused.
 *
 * @example
 * function Mirror() {
 *   const video = useRef<HTMLVideoElement>(null);
 *   const { people } = useLiveAges(video);
 *   const start = async () => {
 *     if (video.current) video.current.srcObject = await openCamera();
 *   };
 *   return (
 *     <>
 *       <video ref={video} autoPlay muted playsInline onClick={start} />
 *       {people.map(({ id, reading }) => <p key={id}>{reading ? `${reading.years} years` : "no age"}</p>)}
 *     </>
 *   );
 * }
 */
export function useLiveAges(source: LiveSource, options: AgesOptions = {}): LiveAges {
  const split = useSplitOptions(options);
  const [attempt, setAttempt] = useState(0);
  const target = useTarget(source);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt is a request of its own.
  const request = useMemo(() => ({ target, split }), [target, split, attempt]);
  const [told, setTold] = useState<{ readonly request: object; readonly state: Told }>();

  useEffect(() => {
    const { target, split } = request;
    if (!target) return;
    const tell = (state: Told) => setTold({ request, state });
    const { engine, giveBack } = borrowEngine(split.engine);
    const { video, release } = asVideo(target);
    let isWaiting = true;
    const onProgress = (progress: Progress) => {
      if (isWaiting) tell({ ...READING, progress });
    };
    const following = followPeople(video, {
      read: (frame, signal) =>
        engine.analyse(frame, { ...split.read, effort: split.read.effort ?? "frame", signal, onProgress }),
      onFrame: (frame) => {
        isWaiting = false;
        tell({ ...NOTHING, status: "read", frame });
      },
      onFailure: (error) => tell({ ...NOTHING, status: "failed", error: toEngineError(error) }),
    });
    return () => {
      isWaiting = false;
      following.stop();
      release();
      giveBack();
    };
  }, [request]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const state = told?.request === request ? told.state : target ? READING : NOTHING;
  return { ...state, people: state.frame?.people ?? NOBODY, retry };
}

/** The video or stream behind a source; a ref is looked at after every render. */
function useTarget(source: LiveSource): HTMLVideoElement | MediaStream | undefined {
  const [shown, setShown] = useState<HTMLVideoElement>();
  useEffect(() => setShown(isRef(source) ? (source.current ?? undefined) : undefined));
  return isRef(source) ? shown : (source ?? undefined);
}

function isRef(source: LiveSource): source is RefObject<HTMLVideoElement | null> {
  return source !== null && source !== undefined && "current" in source;
}

function asVideo(target: HTMLVideoElement | MediaStream): PlayedStream {
  return target instanceof MediaStream ? playStream(target) : { video: target, release: () => {} };
}
