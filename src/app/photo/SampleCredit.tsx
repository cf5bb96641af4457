import { SAMPLE_IDS, sampleUrl } from "../store/samples.ts";
import { useText } from "../text/use-text.ts";
import styles from "./SampleCredit.module.css";

/** Whose picture is shown, where it is one of the page's own. */
export function SampleCredit({ url }: { readonly url: string }) {
  const { welcome } = useText();
  const id = SAMPLE_IDS.find((id) => sampleUrl(id) === url);
  return id ? <p className={styles.credit}>{welcome.samples[id].credit}</p> : null;
}
