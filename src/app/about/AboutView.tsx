import { useEffect } from "react";
import { MarkdownFold } from "../markdown/MarkdownFold.tsx";
import { useApp } from "../store/store.ts";
import { modelName } from "../text/model-names.ts";
import { useText } from "../text/use-text.ts";
import styles from "./AboutView.module.css";

/** Texts of the site, relative to the page. */
const LICENCES = [
  ["page", "licences/page.md"],
  ["engine", "licences/engine.md"],
  ["samples", "samples/README.md"],
] as const;

/** How AgeLens works, its limits, its models' cards and the licences of all that is shipped. */
export function AboutView() {
  const page = useText();
  const { locale, about: text } = page;
  const models = useApp((state) => state.models);
  const loadModels = useApp((state) => state.loadModels);
  useEffect(() => void loadModels(), [loadModels]);
  const error = models?.find(({ isDefault }) => isDefault)?.metrics[0]?.mae;
  const years = error ? new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(error) : undefined;
  return (
    <article className={styles.about}>
      <header className={styles.head}>
        <h1>{text.heading}</h1>
        <p>{text.lead}</p>
      </header>
      <section>
        <h2>{text.stepsHeading}</h2>
        <ol className={styles.steps}>
          {text.steps.map(([name, sentence]) => (
            <li key={name}>
              <strong>{name}</strong> {sentence}
            </li>
          ))}
        </ol>
      </section>
      {text.sections(years).map(({ heading, paragraphs }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      <section className={styles.files}>
        <h2>{text.modelsHeading}</h2>
        <p>{text.modelsLead}</p>
        {models?.map((model) => (
          <MarkdownFold key={model.id} url={model.cardUrl} deeper={2}>
            {modelName(page, model)}
          </MarkdownFold>
        ))}
      </section>
      <section className={styles.files}>
        <h2>{text.licencesHeading}</h2>
        <p>{text.licencesLead}</p>
        {LICENCES.map(([id, url]) => (
          <MarkdownFold key={id} url={url} deeper={2}>
            {text.licences[id]}
          </MarkdownFold>
        ))}
      </section>
    </article>
  );
}
