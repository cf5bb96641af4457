import type { Person } from "../../engine/index.ts";
import { AgeScale } from "../components/AgeScale.tsx";
import { findings } from "../quality/finding.ts";
import { formatInterval } from "../text/format.ts";
import { useText } from "../text/use-text.ts";
import styles from "./PersonCard.module.css";

interface PersonCardProps {
  readonly person: Person;
  /** Left out where there is nobody else. */
  readonly name: string | undefined;
}

/** A reading that has not settled after so long gets advice. */
const SLOW_MS = 3000;

/** What is known about one person so far. */
export function PersonCard({ person, name }: PersonCardProps) {
  const { live: text, photo } = useText();
  const { reading, face } = person;
  if (!reading) {
    return (
      <p className={styles.noAge}>
        {face.reading.status === "refused" ? photo.refusal[face.reading.reason] : photo.refused}
      </p>
    );
  }
  const isSettled = reading.progress === 1;
  return (
    <div className={styles.card} data-settled={isSettled || undefined}>
      {name && <h2 className={styles.name}>{name}</h2>}
      <p className={styles.figures}>
        <span className={styles.years} data-testid="person-years">
          {reading.years}
        </span>
        <span className={styles.range}>
          <span className={styles.interval} data-testid="person-interval">
            {formatInterval(reading.interval)}
          </span>
          <span className={styles.state} data-testid="person-state">
            <i style={{ scale: `${reading.progress} 1` }} />
            {isSettled ? text.settled : text.settling}
          </span>
        </span>
      </p>
      <AgeScale posterior={reading.posterior} years={reading.years} interval={reading.interval} />
      <SlowAdvice person={person} />
    </div>
  );
}

function SlowAdvice({ person: { reading, firstSeenMs, lastSeenMs, face } }: { readonly person: Person }) {
  const { quality } = useText();
  if (reading?.progress === 1 || lastSeenMs - firstSeenMs < SLOW_MS) return null;
  const [finding] = findings(face.failed);
  return finding ? <p className={styles.advice}>{quality.findings[finding].advice}</p> : null;
}
