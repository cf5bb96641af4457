import { memo, useRef } from "react";
import { labelScale } from "../../labels/label-size.ts";
import { Brackets } from "../components/Brackets.tsx";
import { formatInterval } from "../text/format.ts";
import type { CameraSession } from "./camera-session.ts";
import styles from "./FollowedFaces.module.css";
import { personName } from "./person-name.ts";
import { useCamera } from "./use-camera-session.ts";
import { type ShownPicture, useFollowing } from "./use-following.ts";

interface FollowedFacesProps {
  readonly session: CameraSession;
  readonly shown: ShownPicture;
}

/** A box and a label for everybody before the camera; the same words are beside the picture. */
export function FollowedFaces({ session, shown }: FollowedFacesProps) {
  const layer = useRef<HTMLDivElement>(null);
  const people = useCamera(session, (state) => state.people);
  useFollowing(layer, session, shown);
  return (
    <div
      className={styles.layer}
      ref={layer}
      aria-hidden="true"
      style={{ "--label-scale": labelScale(shown.visible.width) }}
    >
      {people.map(({ id, reading }) => (
        <FaceTag
          key={id}
          id={id}
          isNamed={people.length > 1}
          years={reading?.years}
          interval={reading && formatInterval(reading.interval)}
          progress={reading?.progress ?? 0}
        />
      ))}
    </div>
  );
}

interface FaceTagProps {
  readonly id: number;
  /** Whether there are others to be told apart from. */
  readonly isNamed: boolean;
  readonly years: number | undefined;
  readonly interval: string | undefined;
  readonly progress: number;
}

const FaceTag = memo(function FaceTag({ id, isNamed, years, interval, progress }: FaceTagProps) {
  return (
    <div className={styles.face} data-person={id} data-settled={progress === 1 || undefined} data-testid="live-face">
      <span className={styles.label} style={{ "--progress": progress }}>
        {isNamed && <i>{personName(id)}</i>}
        <b>{years ?? "?"}</b>
        {interval && <span>{interval}</span>}
      </span>
      <Brackets />
    </div>
  );
});
