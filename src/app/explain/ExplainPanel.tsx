import { ScanFace } from "lucide-react";
import { Disclosure, DisclosurePanel } from "react-aria-components/Disclosure";
import type { FaceReading } from "../../engine/index.ts";
import { FoldTrigger } from "../components/FoldTrigger.tsx";
import { useApp } from "../store/store.ts";
import { useText } from "../text/use-text.ts";
import styles from "./ExplainPanel.module.css";
import { HeatSection } from "./HeatSection.tsx";
import { OverAge } from "./OverAge.tsx";

interface ExplainPanelProps {
  readonly face: FaceReading;
  readonly cropSize: number;
}

/** What a reading rests on and what its curve says, on demand; of a refused face, what may help. */
export function ExplainPanel({ face, cropSize }: ExplainPanelProps) {
  const text = useText().explain;
  const modelId = useApp((state) => state.result?.analysis.modelId);
  const { reading, crop, failed } = face;
  if (reading.status === "refused") return failed.length > 0 ? <p className={styles.words}>{text.refused}</p> : null;
  return (
    <Disclosure className={styles.explain ?? ""} data-testid="explain">
      {({ isExpanded }) => (
        <>
          <FoldTrigger data-testid="explain-open">
            <ScanFace aria-hidden="true" />
            {text.open}
          </FoldTrigger>
          <DisclosurePanel>
            {isExpanded && (
              <div className={styles.details}>
                {crop && modelId && <HeatSection crop={crop} size={cropSize} modelId={modelId} />}
                <p className={styles.words}>{text.curve}</p>
                {reading.groups && <Groups groups={reading.groups} />}
                <OverAge posterior={reading.posterior} />
              </div>
            )}
          </DisclosurePanel>
        </>
      )}
    </Disclosure>
  );
}

type GroupShares = NonNullable<Extract<FaceReading["reading"], { status: "estimated" }>["groups"]>;

function Groups({ groups }: { readonly groups: GroupShares }) {
  const { locale, explain: text } = useText();
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  const listed = groups.map(({ low, high, share }) => `${low}–${high} (${percent.format(share)})`);
  return <p className={styles.words}>{text.groups(new Intl.ListFormat(locale).format(listed))}</p>;
}
