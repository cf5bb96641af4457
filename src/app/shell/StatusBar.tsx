import { Cpu, ShieldCheck } from "lucide-react";
import { waitingText } from "../components/waiting-text.ts";
import type { EngineState } from "../store/app-state.ts";
import { useApp } from "../store/store.ts";
import type { Text } from "../text/text.ts";
import { useText } from "../text/use-text.ts";
import { LanguageChoice } from "./LanguageChoice.tsx";
import styles from "./StatusBar.module.css";

/** What runs where, and where the pictures stay. */
export function StatusBar() {
  const text = useText();
  const engine = useApp((state) => state.engine);
  const worksOffline = useApp((state) => state.offline.status !== "unknown");
  return (
    <footer className={styles.bar}>
      <p data-testid="privacy">
        <ShieldCheck aria-hidden="true" />
        <span>
          {text.privacy}
          {worksOffline && <span data-testid="offline-ready"> {text.update.offline}</span>}
        </span>
      </p>
      <p data-testid="backend" data-status={engine.status}>
        <Cpu aria-hidden="true" />
        {backendText(text, engine)}
      </p>
      <LanguageChoice />
    </footer>
  );
}

function backendText(text: Text, engine: EngineState): string {
  switch (engine.status) {
    case "idle":
      return text.backend.gettingReady;
    case "loading":
      return waitingText(text, engine.waiting, text.backend.gettingReady);
    case "failed":
      return text.backend.failed;
    case "ready":
      return engine.info.backend === "webgpu"
        ? text.backend.webgpu(engine.info.adapter)
        : text.backend.wasm(engine.info.reason);
  }
}
