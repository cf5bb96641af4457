import { createStore, type StoreApi } from "zustand";
import {
  CameraError,
  type CameraProblem,
  closeCamera,
  type Following,
  followPeople,
  openCamera,
  type Person,
  type ReadFrame,
  type Speed,
} from "../../engine/index.ts";
import type { PixelSize } from "../../math/index.ts";
import { type Camera, listCameras } from "./cameras.ts";
import { shoot } from "./shoot.ts";

/** Whether a camera is on. */
export type CameraStatus =
  | { readonly kind: "off" | "opening" | "on" }
  | { readonly kind: "problem"; readonly problem: CameraProblem };

/** What is known about the camera and the people before it. */
export interface CameraState {
  readonly status: CameraStatus;
  readonly stream: MediaStream | undefined;
  readonly cameras: readonly Camera[];
  readonly deviceId: string | undefined;
  /** Shown as in a mirror; the readings are of the picture as it is. */
  readonly mirrored: boolean;
  readonly frozen: boolean;
  /** Nothing is read while the page is hidden. */
  readonly hidden: boolean;
  /** Everybody before the camera, in the order in which they came. */
  readonly people: readonly Person[];
  /** Size of the frames in which people were found. */
  readonly frame: PixelSize<"picture"> | undefined;
  readonly speed: Speed | undefined;
}

/** A camera whose pictures are read while it is on. */
export interface CameraSession {
  readonly store: StoreApi<CameraState>;
  /** Turns a camera on: the chosen one, or the one named. What goes wrong ends up in the state. */
  start(deviceId?: string): Promise<void>;
  stop(): void;
  setMirrored(mirrored: boolean): void;
  /** Holds the picture and its readings still, or lets them go on. */
  setFrozen(frozen: boolean): void;
  /** Forgets everybody. */
  forget(): void;
  /** The picture that is shown, as a file: unmirrored, at full size; `undefined` before the first. */
  shoot(): Promise<Blob | undefined>;
  /** Reads what `video` shows until the returned function is called. */
  watch(video: HTMLVideoElement): () => void;
  /** Turns everything off for good. */
  close(): void;
}

/** What a session is given to work with. */
export interface SessionOptions {
  readonly read: ReadFrame;
  /** The engine could not read the camera's frames; the camera is off. */
  readonly onFailure: (error: unknown) => void;
  /** Milliseconds between frames that are read, at least. */
  readonly pauseMs: () => number;
}

const NOTHING: CameraState = {
  status: { kind: "off" },
  stream: undefined,
  cameras: [],
  deviceId: undefined,
  mirrored: true,
  frozen: false,
  hidden: false,
  people: [],
  frame: undefined,
  speed: undefined,
};

/** The problems that a camera which is plugged in solves. */
const SOLVED_BY_A_CAMERA: readonly CameraProblem[] = ["none", "gone"];

/** Creates a session. Nothing is asked of the visitor before `start`. */
export function createCameraSession({ read, onFailure, pauseMs }: SessionOptions): CameraSession {
  const store = createStore<CameraState>()(() => ({ ...NOTHING, hidden: document.hidden }));
  const { getState, setState } = store;
  const listeners = new AbortController();
  const { signal } = listeners;
  let following: Following | undefined;
  let attempt = 0;
  let watched: HTMLVideoElement | undefined;

  const forget = () => {
    following?.forget();
    setState({ people: [] });
  };
  const turnOff = (status: CameraStatus) => {
    attempt++;
    const { stream } = getState();
    if (stream) closeCamera(stream);
    forget();
    setState({ status, stream: undefined, frozen: false, speed: undefined, frame: undefined });
  };
  const refreshCameras = async () => setState({ cameras: await listCameras() });

  const start = async (deviceId = getState().deviceId) => {
    turnOff({ kind: "opening" });
    const thisAttempt = attempt;
    try {
      const stream = await openCamera(deviceId);
      if (thisAttempt !== attempt) {
        closeCamera(stream);
        return;
      }
      const [camera] = stream.getVideoTracks();
      followTrack(camera, store, turnOff, signal);
      setState({ status: { kind: "on" }, stream, deviceId: camera?.getSettings().deviceId });
      await refreshCameras();
    } catch (error) {
      if (thisAttempt !== attempt) return;
      if (!(error instanceof CameraError)) throw error;
      turnOff({ kind: "problem", problem: error.problem });
    }
  };

  const onDeviceChange = async () => {
    await refreshCameras();
    const { status, cameras } = getState();
    if (status.kind === "problem" && SOLVED_BY_A_CAMERA.includes(status.problem) && cameras.length > 0) await start();
  };
  document.addEventListener("visibilitychange", () => setState({ hidden: document.hidden }), { signal });
  navigator.mediaDevices?.addEventListener("devicechange", () => void onDeviceChange(), { signal });

  return {
    store,
    start,
    stop: () => turnOff({ kind: "off" }),
    setMirrored: (mirrored) => setState({ mirrored }),
    setFrozen: (frozen) => {
      if (frozen) watched?.pause();
      else void watched?.play();
      setState({ frozen });
    },
    forget,
    shoot: async () => (watched?.videoWidth ? shoot(watched) : undefined),
    watch: (video) => {
      watched = video;
      const newFollowing = followPeople(video, {
        read,
        pauseMs,
        onFrame: ({ people, analysis, speed }) => setState({ people, frame: analysis.picture, speed }),
        onPicture: (hasPicture) =>
          setState({ status: hasPicture ? { kind: "on" } : { kind: "problem", problem: "silent" } }),
        onFailure: (error) => {
          turnOff({ kind: "off" });
          onFailure(error);
        },
      });
      following = newFollowing;
      return () => {
        newFollowing.stop();
        following = undefined;
        watched = undefined;
      };
    },
    close: () => {
      listeners.abort();
      turnOff({ kind: "off" });
    },
  };
}

/** Says so when the camera is taken away, or sends no picture any more. */
function followTrack(
  camera: MediaStreamTrack | undefined,
  { setState, getState }: StoreApi<CameraState>,
  turnOff: (status: CameraStatus) => void,
  signal: AbortSignal,
): void {
  const isCurrent = () => camera !== undefined && getState().stream?.getVideoTracks()[0] === camera;
  const on = (event: "ended" | "mute" | "unmute", then: () => void) =>
    camera?.addEventListener(event, () => isCurrent() && then(), { signal });
  on("ended", () => turnOff({ kind: "problem", problem: "gone" }));
  on("mute", () => setState({ status: { kind: "problem", problem: "silent" } }));
  on("unmute", () => setState({ status: { kind: "on" } }));
}
