import { useText } from "../text/use-text.ts";
import styles from "./BatchWelcome.module.css";
import { ChooseButtons } from "./ChooseButtons.tsx";

/** The batch before there are pictures in it. */
export function BatchWelcome({ isSearching }: { readonly isSearching: boolean }) {
  const { welcome, progress } = useText().batch;
  return (
    <section className={styles.welcome} aria-labelledby="batch-heading" data-testid="batch-welcome">
      <h1 id="batch-heading" className={styles.heading}>
        {welcome.heading}
      </h1>
      <p className={styles.lead}>{welcome.lead}</p>
      <div className={styles.ways}>
        <ChooseButtons pickLabel={welcome.pick} isMain />
        <span className={styles.other}>{isSearching ? progress.searching : welcome.otherWays}</span>
      </div>
    </section>
  );
}
