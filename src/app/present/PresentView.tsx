import { useCallback, useEffect, useReducer, useRef } from "react";
import { CameraPicture } from "../camera/CameraPicture.tsx";
import type { CameraSession } from "../camera/camera-session.ts";
import { useCamera, useCameraSession } from "../camera/use-camera-session.ts";
import unseen from "../components/unseen.module.css";
import { SAMPLE_IDS } from "../store/samples.ts";
import { useText } from "../text/use-text.ts";
import { fillScreen, leaveScreen } from "./full-screen.ts";
import { KeyList } from "./KeyList.tsx";
import styles from "./PresentView.module.css";
import { presentReducer, START } from "./present-state.ts";
import { ReadingsPanel } from "./ReadingsPanel.tsx";
import { SampleStage } from "./SampleStage.tsx";
import { StageNote } from "./StageNote.tsx";
import { useAbandoned, useLoop, useNobody } from "./use-clock.ts";
import { useSample } from "./use-sample.ts";
import { useStageKeys } from "./use-stage-keys.ts";

/** While nobody is there, looking around a few times a second is enough. */
const WATCH_EVERY_MS = 300;

/** The page for stages and stands: fills the screen, is worked by keys, and keeps nothing. */
export function PresentView() {
  const pace = useRef(0);
  const session = useCameraSession(useCallback(() => pace.current, []));
  useEffect(() => {
    void fillScreen();
    return () => void leaveScreen();
  }, []);
  return session ? <Present session={session} pace={pace} /> : null;
}

interface PresentProps {
  readonly session: CameraSession;
  /** Milliseconds between frames that are read, at least. */
  readonly pace: { current: number };
}

function Present({ session, pace }: PresentProps) {
  const { camera, present: text } = useText();
  const [state, dispatch] = useReducer(presentReducer, START);
  const keyTime = useRef(Number.NEGATIVE_INFINITY);
  const act = useStageKeys(session, state, dispatch, keyTime);
  const isOn = useCamera(session, ({ status }) => status.kind === "on");
  const frozen = useCamera(session, (each) => each.frozen);
  const nobody = useNobody(session);
  const showsSamples = !isOn || (nobody && !frozen);
  pace.current = showsSamples ? WATCH_EVERY_MS : 0;
  const sample = SAMPLE_IDS[state.sample] ?? SAMPLE_IDS[0];
  const analysis = useSample(sample);
  useLoop(showsSamples, analysis !== undefined, state, keyTime, dispatch);
  useAbandoned(keyTime, () => {
    session.setFrozen(false);
    dispatch("close-keys");
  });
  return (
    <section
      className={styles.stage}
      aria-label={text.stage}
      data-testid="stage"
      data-shows={showsSamples ? "samples" : "camera"}
    >
      <h1 className={unseen.unseen}>{text.stage}</h1>
      <div className={styles.camera}>
        <div className={styles.picture}>
          <CameraPicture session={session} label={camera.picture} />
        </div>
        <PeoplePanel session={session} />
      </div>
      {showsSamples && <SampleStage sample={sample} analysis={analysis} isAnswered={state.isAnswered} />}
      <StageNote session={session} onKeys={() => act("keys")} />
      {state.showsKeys && <KeyList onAction={act} />}
    </section>
  );
}

/** The ages of those before the camera. */
function PeoplePanel({ session }: { readonly session: CameraSession }) {
  const people = useCamera(session, (state) => state.people);
  return <ReadingsPanel readings={people.flatMap(({ id, reading }) => (reading ? [{ id, reading }] : []))} />;
}
