import { Camera, Square, TrianglesCenterlineDashedVertical } from "lucide-react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import type { CameraSession } from "../camera/camera-session.ts";
import { useCamera } from "../camera/use-camera-session.ts";
import { ActionButton } from "../components/ActionButton.tsx";
import { useApp } from "../store/store.ts";
import { useText } from "../text/use-text.ts";
import styles from "./CameraControls.module.css";

/** What can be done with the camera while it is on. */
export function CameraControls({ session }: { readonly session: CameraSession }) {
  const text = useText().live;
  const isOn = useCamera(session, (state) => state.status.kind === "on");
  const mirrored = useCamera(session, (state) => state.mirrored);
  const open = useApp((state) => state.open);
  const takePicture = async () => {
    const picture = await session.shoot();
    if (!picture) return;
    void open(picture);
    location.hash = "photo";
  };
  return (
    <div className={styles.controls}>
      {isOn && (
        <>
          <ActionButton emphasis="strong" data-testid="use-picture" onPress={() => void takePicture()}>
            <Camera aria-hidden="true" />
            {text.useThisPicture}
          </ActionButton>
          <ToggleButton
            className={styles.toggle ?? ""}
            isSelected={mirrored}
            onChange={session.setMirrored}
            data-testid="mirror"
          >
            <TrianglesCenterlineDashedVertical aria-hidden="true" />
            {text.mirror}
          </ToggleButton>
          <ActionButton data-testid="stop-camera" onPress={session.stop}>
            <Square aria-hidden="true" />
            {text.stop}
          </ActionButton>
        </>
      )}
      <CameraChoice session={session} />
    </div>
  );
}

function CameraChoice({ session }: { readonly session: CameraSession }) {
  const text = useText().live;
  const cameras = useCamera(session, (state) => state.cameras);
  const deviceId = useCamera(session, (state) => state.deviceId);
  if (cameras.length < 2) return null;
  return (
    <select
      className={styles.choice}
      aria-label={text.camera}
      data-testid="camera-choice"
      value={deviceId}
      onChange={({ target }) => void session.start(target.value)}
    >
      {cameras.map(({ deviceId: id, name }, index) => (
        <option key={id} value={id}>
          {name || text.unnamed(index + 1)}
        </option>
      ))}
    </select>
  );
}
