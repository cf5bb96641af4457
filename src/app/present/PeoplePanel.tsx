import type { CameraSession } from "../camera/camera-session.ts";
import { personName } from "../camera/person-name.ts";
import { useCamera } from "../camera/use-camera-session.ts";
import { BigReading } from "./BigReading.tsx";
import styles from "./PeoplePanel.module.css";

/** More people than these have their ages in the picture alone. */
const MOST = 8;

/** The ages of those before the camera, as large as their number allows. */
export function PeoplePanel({ session }: { readonly session: CameraSession }) {
  const people = useCamera(session, (state) => state.people);
  const shown = people.flatMap(({ id, reading }) => (reading ? [{ id, reading }] : [])).slice(0, MOST);
  return (
    <div className={styles.panel} data-count={shown.length} data-testid="stage-people">
      {shown.map(({ id, reading }) => (
        <BigReading
          key={id}
          reading={reading}
          name={shown.length > 1 ? personName(id) : undefined}
          withScale={shown.length === 1}
        />
      ))}
    </div>
  );
}
