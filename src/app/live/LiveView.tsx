import { Video } from "lucide-react";
import { useEffect } from "react";
import { CameraPicture } from "../camera/CameraPicture.tsx";
import type { CameraSession } from "../camera/camera-session.ts";
import { isCameraAllowed } from "../camera/cameras.ts";
import { useCamera, useCameraSession } from "../camera/use-camera-session.ts";
import { ActionButton } from "../components/ActionButton.tsx";
import { useText } from "../text/use-text.ts";
import { CameraControls } from "./CameraControls.tsx";
import { CameraNotice } from "./CameraNotice.tsx";
import styles from "./LiveView.module.css";
import { PeopleList } from "./PeopleList.tsx";
import { SpeedPanel } from "./SpeedPanel.tsx";

/** The camera's picture, read as it moves. */
export function LiveView() {
  const session = useCameraSession();
  return session ? <Live session={session} /> : null;
}

function Live({ session }: { readonly session: CameraSession }) {
  const text = useText().camera;
  const status = useCamera(session, (state) => state.status);
  const hidden = useCamera(session, (state) => state.hidden);
  useStartWhenAllowed(session);
  if (status.kind === "off") return <LiveWelcome onStart={() => void session.start()} />;
  return (
    <div className={styles.view} data-testid="live" data-camera={status.kind} data-paused={hidden || undefined}>
      <div className={styles.stage}>
        <CameraPicture session={session} label={text.picture}>
          {status.kind === "opening" && <p className={styles.opening}>{text.opening}</p>}
          {status.kind === "problem" && <CameraNotice session={session} problem={status.problem} />}
        </CameraPicture>
      </div>
      <CameraControls session={session} />
      {status.kind !== "problem" && (
        <section className={styles.readings} aria-labelledby="people-heading">
          <PeopleList session={session} />
          <SpeedPanel session={session} />
        </section>
      )}
    </div>
  );
}

/** Who has allowed the camera before is not asked again. */
function useStartWhenAllowed(session: CameraSession): void {
  useEffect(() => {
    let isGone = false;
    void isCameraAllowed().then((allowed) => {
      if (allowed && !isGone) void session.start();
    });
    return () => {
      isGone = true;
    };
  }, [session]);
}

/** What the live view does, and the one button that starts it. */
function LiveWelcome({ onStart }: { readonly onStart: () => void }) {
  const text = useText().live;
  return (
    <div className={styles.welcome} data-testid="live" data-camera="off">
      <h1 className={styles.heading}>{text.heading}</h1>
      <p className={styles.lead}>{text.lead}</p>
      <ActionButton emphasis="strong" data-testid="start-camera" onPress={onStart}>
        <Video aria-hidden="true" />
        {text.start}
      </ActionButton>
      <p className={styles.privacy}>{text.privacy}</p>
    </div>
  );
}
