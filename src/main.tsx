import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ErrorBoundary } from "./app/components/ErrorBoundary.tsx";
import { App } from "./app/shell/App.tsx";
import { browserItems } from "./app/storage/items.ts";
import { keepSettings } from "./app/store/kept-settings.ts";
import { createAppStore, StoreContext } from "./app/store/store.ts";
import "./app/styles/font.css";
import "./app/styles/tokens.css";
import "./app/styles/base.css";
import { Language } from "./app/text/Language.tsx";
import { chooseLanguage, LANGUAGES } from "./app/text/languages.ts";
import type { Text } from "./app/text/text.ts";
import { type BackendChoice, createEngine, type Engine } from "./engine/index.ts";

let engine: Engine | undefined;

/** One engine for the page; it downloads nothing before it is used. */
function getEngine(): Engine {
  engine ??= createEngine({ manifestUrl: "models/manifest.json", backend: backendFromAddress() });
  return engine;
}

/** `?backend=webgpu` or `?backend=wasm` in the page's address; the engine chooses when there is none. */
function backendFromAddress(): BackendChoice {
  const asked = new URLSearchParams(location.search).get("backend");
  return asked === "webgpu" || asked === "wasm" ? asked : "auto";
}

const store = createAppStore(getEngine);
keepSettings(store, browserItems);
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element with the id root.");

/** The page's sentences; English where those of the wanted language do not come. */
async function loadText(): Promise<Text> {
  const wanted = store.getState().settings.language ?? chooseLanguage(navigator.languages);
  return LANGUAGES[wanted].load().catch(() => LANGUAGES.en.load());
}

function show(first: Text, place: HTMLElement): void {
  createRoot(place).render(
    <StrictMode>
      <StoreContext value={store}>
        <Language first={first}>
          <ErrorBoundary>
            <App />
          </ErrorBoundary>
        </Language>
      </StoreContext>
    </StrictMode>,
  );
}

loadText().then(
  (first) => show(first, root),
  () => {
    root.textContent = "AgeLens could not be loaded: check your connection, and load the page again.";
  },
);
