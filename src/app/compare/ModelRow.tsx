import { Check } from "lucide-react";
import type { ModelInfo, Reading } from "../../engine/index.ts";
import { ActionButton } from "../components/ActionButton.tsx";
import { IntervalMark } from "../components/IntervalMark.tsx";
import { MarkdownFold } from "../markdown/MarkdownFold.tsx";
import { useApp } from "../store/store.ts";
import { formatInterval, formatMegabytes, wholeYears } from "../text/format.ts";
import { modelName, setName } from "../text/model-names.ts";
import { useText } from "../text/use-text.ts";
import styles from "./ModelRow.module.css";

interface ModelRowProps {
  readonly model: ModelInfo;
  /** Of the compared face; `undefined` before there is one. */
  readonly reading: Reading | undefined;
  readonly msPerFace: number | undefined;
}

/** One model: what it reads, and what it costs. */
export function ModelRow({ model, reading, msPerFace }: ModelRowProps) {
  const page = useText();
  const text = page.compare;
  const name = modelName(page, model);
  const chosen = useApp(({ settings }) => settings.modelId);
  const isInUse = chosen === undefined ? model.isDefault : chosen === model.id;
  const chooseModel = useApp((state) => state.chooseModel);
  const known = model.knownAges;
  return (
    <li className={styles.row} data-testid="model" data-model={model.id} data-in-use={isInUse || undefined}>
      <div className={styles.name}>
        <h2>{name}</h2>
        {known && <p>{text.knows(known.low, known.high)}</p>}
      </div>
      <CompareReading reading={reading} />
      <Figures model={model} msPerFace={msPerFace} />
      <div className={styles.choice}>
        {isInUse ? (
          <p className={styles.inUse}>
            <Check aria-hidden="true" />
            {text.inUse}
          </p>
        ) : (
          <ActionButton aria-label={text.use(name)} onPress={() => void chooseModel(model.id)} data-testid="use-model">
            {text.useShort}
          </ActionButton>
        )}
      </div>
      <div className={styles.card}>
        <MarkdownFold url={model.cardUrl} deeper={2}>
          {text.card(name)}
        </MarkdownFold>
      </div>
    </li>
  );
}

function CompareReading({ reading }: Pick<ModelRowProps, "reading">) {
  const text = useText();
  if (reading?.status === "refused") return <p className={styles.reading}>{text.photo.refused}</p>;
  return (
    <p className={styles.reading}>
      <span className={styles.years} data-testid="model-years">
        {reading ? Math.round(reading.years) : "–"}
      </span>
      <span className={styles.range}>
        <span className={styles.interval}>{reading && formatInterval(wholeYears(reading.interval))}</span>
        {reading && <IntervalMark years={reading.years} interval={reading.interval} />}
      </span>
    </p>
  );
}

function Figures({ model, msPerFace }: Pick<ModelRowProps, "model" | "msPerFace">) {
  const text = useText();
  const own = text.compare;
  const number = new Intl.NumberFormat(text.locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(text.locale, { style: "percent", maximumFractionDigits: 0 });
  const [figures] = model.metrics;
  const error = () => {
    if (figures?.accuracy !== undefined) return own.accuracy(percent.format(figures.accuracy));
    return typeof figures?.mae === "number" ? own.years(number.format(figures.mae)) : own.notMeasured;
  };
  const size = own.megabytes(formatMegabytes(text, model.bytes), number.format(model.parameters));
  return (
    <dl className={styles.figures}>
      <div>
        <dt>{own.error}</dt>
        <dd>
          {error()}
          {figures && <small>{own.onImages(setName(text, figures.set), number.format(figures.images))}</small>}
        </dd>
      </div>
      <div>
        <dt>{own.speed}</dt>
        <dd data-testid="model-speed">{msPerFace ? own.milliseconds(number.format(msPerFace)) : "–"}</dd>
      </div>
      <div>
        <dt>{own.size}</dt>
        <dd>{size}</dd>
      </div>
    </dl>
  );
}
