import { useEffect, useState } from "react";
import { FRAME_PARTS, type Speed } from "../../engine/index.ts";
import type { CameraSession } from "../camera/camera-session.ts";
import { useText } from "../text/use-text.ts";
import styles from "./SpeedPanel.module.css";

/** Figures that change more often than this cannot be read. */
const REFRESH_MS = 500;

/** How many frames are read, and where the time of one goes. */
export function SpeedPanel({ session }: { readonly session: CameraSession }) {
  const { locale, live: text } = useText();
  const speed = useSpeed(session);
  if (!speed) return null;
  const whole = (value: number) => Math.round(value).toLocaleString(locale);
  const total = FRAME_PARTS.reduce((sum, part) => sum + speed.ms[part], 0);
  return (
    <section className={styles.panel} aria-labelledby="speed-heading" data-testid="speed">
      <h2 id="speed-heading">{text.speed}</h2>
      <p>
        <span data-testid="frames-per-second">
          {text.perSecond(whole(speed.readPerSecond), whole(speed.shownPerSecond))}
        </span>
        <span>{text.perFrame(whole(total))}</span>
      </p>
      <div className={styles.bar} aria-hidden="true">
        {FRAME_PARTS.map((part) => (
          <i key={part} data-part={part} style={{ flexGrow: speed.ms[part] }} />
        ))}
      </div>
      <ul>
        {FRAME_PARTS.map((part) => (
          <li key={part} data-part={part}>
            {text.parts[part]} <b>{whole(speed.ms[part])}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The session's speed, taken over now and then. */
function useSpeed({ store }: CameraSession): Speed | undefined {
  const [speed, setSpeed] = useState<Speed>();
  useEffect(() => {
    const timer = setInterval(() => setSpeed(store.getState().speed), REFRESH_MS);
    return () => clearInterval(timer);
  }, [store]);
  return speed;
}
