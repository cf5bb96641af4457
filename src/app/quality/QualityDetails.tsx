import { SlidersHorizontal } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { FaceReading } from "../../engine/index.ts";
import { ActionButton } from "../components/ActionButton.tsx";
import { ErrorBoundary } from "../components/ErrorBoundary.tsx";
import { formatFigure } from "../text/quality-text.ts";
import { useText } from "../text/use-text.ts";
import { headTurns } from "./figures.ts";
import { Gauge } from "./Gauge.tsx";
import styles from "./QualityDetails.module.css";
import { Repair } from "./Repair.tsx";
import { STANDARDS } from "./standards.ts";

const FilterLab = lazy(() => import("../filter-lab/FilterLab.tsx").then(({ FilterLab }) => ({ default: FilterLab })));

interface QualityDetailsProps {
  readonly face: FaceReading;
  readonly cropSize: number;
}

/** Everything that was measured on a face, what was repaired, and filters to play with. */
export function QualityDetails({ face, cropSize }: QualityDetailsProps) {
  const text = useText();
  const [isLabOpen, setLabOpen] = useState(false);
  return (
    <div className={styles.details}>
      <div>
        {STANDARDS.map((standard) => (
          <Gauge
            key={standard.metric}
            standard={standard}
            value={face.metrics[standard.metric]}
            failure={face.failed.find(({ metric }) => metric === standard.metric)}
          />
        ))}
        <Figures metrics={face.metrics} />
      </div>
      {face.repair && !isLabOpen && <Repair face={face} repair={face.repair} cropSize={cropSize} />}
      {face.crop && (
        <ActionButton
          aria-expanded={isLabOpen}
          onPress={() => setLabOpen(!isLabOpen)}
          data-testid={isLabOpen ? "filter-lab-close" : "filter-lab-open"}
        >
          <SlidersHorizontal aria-hidden="true" />
          {isLabOpen ? text.quality.lab.close : text.quality.lab.open}
        </ActionButton>
      )}
      {face.crop && isLabOpen && (
        <ErrorBoundary>
          <Suspense fallback={null}>
            <FilterLab original={face} crop={face.crop} cropSize={cropSize} />
          </Suspense>
        </ErrorBoundary>
      )}
    </div>
  );
}

/** What is measured but has no standard. */
function Figures({ metrics }: Pick<FaceReading, "metrics">) {
  const text = useText();
  const { axes, degrees, metrics: names } = text.quality;
  const percent = new Intl.NumberFormat(text.locale, { style: "percent" });
  const turns = headTurns(metrics.pose).map((turn) => [axes[turn.axis], degrees(turn.degrees, turn.side)] as const);
  const figures = [
    [names.noise, formatFigure(text, metrics.noise, 1)] as const,
    [names.clippedShadows, percent.format(metrics.clippedShadows)] as const,
    [names.clippedHighlights, percent.format(metrics.clippedHighlights)] as const,
    ...turns,
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(([name, figure]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
