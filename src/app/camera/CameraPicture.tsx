import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { PixelSize } from "../../math/index.ts";
import { useElementSize } from "../photo/use-element-size.ts";
import styles from "./CameraPicture.module.css";
import type { CameraSession } from "./camera-session.ts";
import { FollowedFaces } from "./FollowedFaces.tsx";
import { sizeIn } from "./placing.ts";
import { useCamera } from "./use-camera-session.ts";
import type { ShownPicture } from "./use-following.ts";

interface CameraPictureProps {
  readonly session: CameraSession;
  /** What the moving picture is called for those who do not see it. */
  readonly label: string;
  /** What is shown while there is no picture. */
  readonly children?: ReactNode;
}

/** The camera's picture, with a box around every face in it. */
export function CameraPicture({ session, label, children }: CameraPictureProps) {
  const place = useRef<HTMLDivElement>(null);
  const placeSize = useElementSize(place);
  const [videoSize, setVideoSize] = useState<PixelSize<"picture">>();
  const stream = useCamera(session, (state) => state.stream);
  const mirrored = useCamera(session, (state) => state.mirrored);
  const video = useWatchedVideo(session, stream);
  const shown = useMemo(() => {
    if (!videoSize || !placeSize) return undefined;
    return shownIn(videoSize, placeSize);
  }, [videoSize, placeSize]);
  const isReady = shown !== undefined && stream !== undefined;
  return (
    <div
      className={styles.place}
      ref={place}
      data-testid="camera-place"
      style={{ "--ratio": videoSize ? videoSize.width / videoSize.height : 4 / 3 }}
    >
      <div className={styles.picture} style={isReady ? { ...shown.size } : { visibility: "hidden" }}>
        <video
          ref={video}
          className={styles.video}
          data-mirrored={mirrored || undefined}
          data-testid="camera-video"
          aria-label={label}
          muted
          playsInline
          onResize={({ currentTarget: { videoWidth: width, videoHeight: height } }) => setVideoSize({ width, height })}
        />
        {isReady && <FollowedFaces session={session} shown={shown} />}
      </div>
      {children && <div className={styles.instead}>{children}</div>}
    </div>
  );
}

/** Plays `stream` and has it read for as long as it is there. */
function useWatchedVideo(session: CameraSession, stream: MediaStream | undefined) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element || !stream) return;
    element.srcObject = stream;
    // Playing fails when the stream is replaced at once; the next one starts anew.
    void element.play().catch(() => undefined);
    const stopWatching = session.watch(element);
    return () => {
      stopWatching();
      element.srcObject = null;
    };
  }, [session, stream]);
  return video;
}

function shownIn(picture: PixelSize<"picture">, place: PixelSize<"screen">): ShownPicture {
  const size = sizeIn(picture, place, "contain");
  return { size, visible: { x: 0, y: 0, ...size } };
}
