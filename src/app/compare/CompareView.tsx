import { useEffect, useMemo } from "react";
import { GenderSwitch } from "../gender/GenderSwitch.tsx";
import { useApp } from "../store/store.ts";
import { useText } from "../text/use-text.ts";
import { CompareFaces } from "./CompareFaces.tsx";
import styles from "./CompareView.module.css";
import { ModelRow } from "./ModelRow.tsx";
import { OpenPicture } from "./OpenPicture.tsx";
import { useComparedFace, useComparison } from "./use-comparison.ts";

/** Every model that says an age on the same face, side by side. */
export function CompareView() {
  const text = useText().compare;
  const models = useApp((state) => state.models);
  const loadModels = useApp((state) => state.loadModels);
  const picture = useApp((state) => (state.pending ? undefined : state.result?.picture));
  useEffect(() => void loadModels(), [loadModels]);
  const ageModels = useMemo(() => models?.filter(({ saysAge }) => saysAge), [models]);
  const { comparison, waiting } = useComparison(picture, ageModels);
  const [face, chooseFace] = useComparedFace(comparison);
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h1>{text.heading}</h1>
          <p>{text.lead}</p>
        </div>
        {comparison && <CompareFaces comparison={comparison} selected={face} onSelect={chooseFace} />}
      </header>
      <OpenPicture waiting={waiting} faceCount={comparison?.faces.length} />
      {ageModels && (
        <ul className={styles.rows} aria-label={text.modelCount(ageModels.length)} data-testid="models">
          {ageModels.map((model) => {
            const read = comparison?.models.find(({ modelId }) => modelId === model.id);
            return <ModelRow key={model.id} model={model} reading={read?.readings[face]} msPerFace={read?.msPerFace} />;
          })}
        </ul>
      )}
      {models && <GenderSwitch models={models} />}
    </div>
  );
}
