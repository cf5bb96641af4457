import type { ModelInfo } from "../../engine/index.ts";
import { LabelledSwitch } from "../components/LabelledSwitch.tsx";
import { useApp } from "../store/store.ts";
import { setName } from "../text/model-names.ts";
import { useText } from "../text/use-text.ts";
import styles from "./Gender.module.css";
import { genderFigures } from "./gender-model.ts";

/** Switches the second reading on; not there where no model gives it. */
export function GenderSwitch({ models }: { readonly models: readonly ModelInfo[] }) {
  const page = useText();
  const { locale, gender: text } = page;
  const { withGender, modelId } = useApp((state) => state.settings);
  const chooseGender = useApp((state) => state.chooseGender);
  const found = genderFigures(models, modelId ?? models.find(({ isDefault }) => isDefault)?.id);
  if (!found) return null;
  const { figures } = found;
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  return (
    <section className={styles.section} aria-labelledby="gender-heading">
      <h2 id="gender-heading">{text.heading}</h2>
      <p className={styles.words}>
        {text.meaning}{" "}
        {figures?.genderAccuracy !== undefined &&
          text.measured(
            percent.format(figures.genderAccuracy),
            setName(page, figures.set),
            number.format(figures.images),
          )}
      </p>
      <LabelledSwitch isSelected={withGender} onChange={(isOn) => void chooseGender(isOn)} data-testid="gender-switch">
        {text.switchOn}
      </LabelledSwitch>
    </section>
  );
}
