import { CircleAlert, CircleCheck } from "lucide-react";
import { Disclosure, DisclosurePanel } from "react-aria-components/Disclosure";
import type { FaceReading } from "../../engine/index.ts";
import { FoldTrigger } from "../components/FoldTrigger.tsx";
import { verdictText } from "../text/quality-text.ts";
import { useText } from "../text/use-text.ts";
import { type Finding, findings } from "./finding.ts";
import { QualityDetails } from "./QualityDetails.tsx";
import styles from "./QualityPanel.module.css";

interface QualityPanelProps {
  readonly face: FaceReading;
  readonly cropSize: number;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** How good the picture of a face is: the verdict and advice at once, figures and repairs on demand. */
export function QualityPanel({ face, cropSize, isOpen, onOpenChange }: QualityPanelProps) {
  const text = useText();
  const found = findings(face.failed);
  return (
    <Disclosure
      className={styles.quality ?? ""}
      isExpanded={isOpen}
      onExpandedChange={onOpenChange}
      data-testid="quality"
    >
      <FoldTrigger isAlarming={isFault(found)}>
        {found.length === 0 ? <CircleCheck aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
        <span data-testid="quality-verdict" data-findings={found.join(" ")}>
          {verdictText(text, found)}
        </span>
      </FoldTrigger>
      {found.length > 0 && (
        <ul className={styles.advice} data-testid="quality-advice">
          {found.map((finding) => (
            <li key={finding} data-finding={finding}>
              {text.quality.findings[finding].advice}
            </li>
          ))}
        </ul>
      )}
      <DisclosurePanel>
        <QualityDetails face={face} cropSize={cropSize} />
      </DisclosurePanel>
    </Disclosure>
  );
}

/** Softness alone is too common to be pointed at. */
function isFault(found: readonly Finding[]): boolean {
  return found.some((finding) => finding !== "soft");
}
