import { lazy, Suspense, useEffect, useRef } from "react";
import { Brackets } from "../components/Brackets.tsx";
import { ErrorBoundary } from "../components/ErrorBoundary.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { useFocusWhenLostLater } from "../components/use-focus-when-lost.ts";
import { useOffline } from "../offline/use-offline.ts";
import { useApp } from "../store/store.ts";
import { useText } from "../text/use-text.ts";
import { Announcer } from "./Announcer.tsx";
import styles from "./App.module.css";
import { useAddress } from "./address.ts";
import { FootNotices } from "./FootNotices.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { TopBar } from "./TopBar.tsx";
import { useIncomingPictures } from "./use-incoming-pictures.ts";
import { VIEWS, viewOf } from "./views.ts";
import { Welcome } from "./Welcome.tsx";

const SHOWN = new Map(VIEWS.map(({ id, load }) => [id, lazy(load)]));

/** The whole page: the view that the visitor is in; that of a photo is the first screen until there is a picture. */
export function App() {
  usePreload();
  useAddress();
  useOffline();
  const isDraggedOver = useIncomingPictures();
  const hasPicture = useApp(({ pending, result, reel }) => Boolean(pending ?? result) || reel.length > 0);
  const view = useApp((state) => state.view);
  const Shown = SHOWN.get(view);
  const isWelcome = view === "photo" && !hasPicture;
  const standsAlone = viewOf(view).fillsScreen === true;
  const problem = useApp((state) => state.problem);
  const dismissProblem = useApp((state) => state.dismissProblem);
  const main = useRef<HTMLElement>(null);
  useFocusWhenLostLater(main, `${view} ${hasPicture} ${problem?.code}`);
  return (
    <div className={styles.app} data-testid="app" data-view={isWelcome ? "welcome" : view}>
      {!standsAlone && <TopBar hasActions={view === "photo" && hasPicture} />}
      <main className={styles.main} data-testid="drop-zone" ref={main} tabIndex={-1}>
        {problem && !standsAlone && <ProblemNotice problem={problem} onDismiss={dismissProblem} />}
        <ErrorBoundary key={view}>
          {isWelcome ? <Welcome /> : <Suspense fallback={<ViewWait />}>{Shown && <Shown />}</Suspense>}
        </ErrorBoundary>
      </main>
      {!standsAlone && (
        <>
          <FootNotices />
          <StatusBar />
        </>
      )}
      <Announcer />
      {isDraggedOver && <DropVeil />}
    </div>
  );
}

/** What is shown while a view is on its way: nothing at first, as most are there at once. */
function ViewWait() {
  const { backend } = useText();
  return (
    <p className={styles.wait} data-testid="view-wait">
      {backend.gettingReady}
    </p>
  );
}

/** Covers the page while a file hovers over it: the whole window is the target. */
function DropVeil() {
  const { dropHere } = useText();
  return (
    <div className={styles.veil}>
      <span className={styles.corners}>
        <Brackets />
      </span>
      <p>{dropHere}</p>
    </div>
  );
}

/** Fetches the models and the rest of the page once the first screen has been painted. */
function usePreload(): void {
  const preload = useApp((state) => state.preload);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      void preload();
      void viewOf("photo").load();
    });
    return () => cancelAnimationFrame(frame);
  }, [preload]);
}
