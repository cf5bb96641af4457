import { FileText } from "lucide-react";
import { lazy, type ReactNode, Suspense } from "react";
import { Disclosure, DisclosurePanel } from "react-aria-components/Disclosure";
import { ErrorBoundary } from "../components/ErrorBoundary.tsx";
import { FoldTrigger } from "../components/FoldTrigger.tsx";
import styles from "./MarkdownFile.module.css";

const MarkdownFile = lazy(() => import("./MarkdownFile.tsx").then(({ MarkdownFile }) => ({ default: MarkdownFile })));

interface MarkdownFoldProps {
  readonly url: string;
  readonly deeper: number;
  /** What the line says that opens the text. */
  readonly children: ReactNode;
}

/** A text file of the site that is fetched when it is opened. */
export function MarkdownFold({ url, deeper, children }: MarkdownFoldProps) {
  return (
    <Disclosure className={styles.fold ?? ""} data-testid="markdown-fold">
      {({ isExpanded }) => (
        <>
          <FoldTrigger>
            <FileText aria-hidden="true" />
            {children}
          </FoldTrigger>
          <DisclosurePanel>
            {isExpanded && (
              <ErrorBoundary>
                <Suspense fallback={null}>
                  <MarkdownFile url={url} deeper={deeper} />
                </Suspense>
              </ErrorBoundary>
            )}
          </DisclosurePanel>
        </>
      )}
    </Disclosure>
  );
}
