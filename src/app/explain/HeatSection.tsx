import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import type { ExplanationMethod } from "../../engine/index.ts";
import { ProgressLine } from "../components/ProgressLine.tsx";
import type { ExplainText } from "../text/shape/explain.ts";
import { useText } from "../text/use-text.ts";
import { HeatPicture } from "./HeatPicture.tsx";
import styles from "./HeatSection.module.css";
import { heatOf } from "./heat.ts";
import { type Explanation, useExplanation } from "./use-explanation.ts";

const METHODS = ["class-activation", "occlusion"] as const satisfies readonly ExplanationMethod[];

interface HeatSectionProps {
  readonly crop: Uint8ClampedArray<ArrayBuffer>;
  readonly size: number;
  readonly modelId: string;
}

/** The heat map of a reading, in one of two ways, and what it means. */
export function HeatSection({ crop, size, modelId }: HeatSectionProps) {
  const text = useText().explain;
  const explanation = useExplanation(crop, modelId);
  const { method, map, progress, choose } = explanation;
  return (
    <section className={styles.section}>
      <ToggleButtonGroup
        className={styles.methods ?? ""}
        aria-label={text.methods}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[method]}
        onSelectionChange={(keys) => choose([...keys][0] as ExplanationMethod)}
      >
        {METHODS.map((id) => (
          <ToggleButton key={id} id={id} className={styles.method ?? ""} data-testid={`explain-${id}`}>
            {id === "occlusion" ? text.thorough : text.quick}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <HeatPicture crop={crop} size={size} map={map} label={text.map} />
      {!map && progress && (
        <ProgressLine
          name={text.working}
          share={progress.done / progress.total}
          onCancel={method === "occlusion" ? () => choose("class-activation") : undefined}
        >
          {`${text.working} – ${text.covered(progress.done, progress.total)}`}
        </ProgressLine>
      )}
      {map && <p className={styles.meaning}>{meaning(text, explanation)}</p>}
    </section>
  );
}

function meaning(text: ExplainText, { method, map }: Explanation): string {
  if (map && !heatOf(map)) return text.nothing;
  if (method === "occlusion") return text.thoroughMeaning;
  return map?.method === "occlusion" ? `${text.noQuick} ${text.thoroughMeaning}` : text.quickMeaning;
}
