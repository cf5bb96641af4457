import { lazy, Suspense, useRef } from "react";
import { ErrorBoundary } from "../components/ErrorBoundary.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { useFocusWhenLostLater } from "../components/use-focus-when-lost.ts";
import { useApp } from "../store/store.ts";
import { Announcer } from "./Announcer.tsx";
import styles from "./App.module.css";
import { DropVeil } from "./DropVeil.tsx";
import { loadPhotoView } from "./photo-view.ts";
import { StatusBar } from "./StatusBar.tsx";
import { TopBar } from "./TopBar.tsx";
import { useIncomingPictures } from "./use-incoming-pictures.ts";
import { usePreload } from "./use-preload.ts";
import { Welcome } from "./Welcome.tsx";

const PhotoView = lazy(() => loadPhotoView().then(({ PhotoView }) => ({ default: PhotoView })));

/** The whole page: the first screen until there is a picture, then the picture and what was read from it. */
export function App() {
  usePreload();
  const isDraggedOver = useIncomingPictures();
  const hasPicture = useApp((state) => state.pending !== undefined || state.result !== undefined);
  const problem = useApp((state) => state.problem);
  const dismissProblem = useApp((state) => state.dismissProblem);
  const main = useRef<HTMLElement>(null);
  useFocusWhenLostLater(main, `${hasPicture} ${problem?.code}`);
  return (
    <div className={styles.app} data-testid="app" data-view={hasPicture ? "photo" : "welcome"}>
      <TopBar hasActions={hasPicture} />
      <main className={styles.main} data-testid="drop-zone" ref={main} tabIndex={-1}>
        {problem && <ProblemNotice problem={problem} onDismiss={dismissProblem} />}
        <ErrorBoundary>
          {hasPicture ? (
            <Suspense fallback={null}>
              <PhotoView />
            </Suspense>
          ) : (
            <Welcome />
          )}
        </ErrorBoundary>
      </main>
      <StatusBar />
      <Announcer />
      {isDraggedOver && <DropVeil />}
    </div>
  );
}
