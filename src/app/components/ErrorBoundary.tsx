import { Component, type ReactNode } from "react";
import { TextContext } from "../text/use-text.ts";
import { ActionButton } from "./ActionButton.tsx";
import styles from "./ErrorBoundary.module.css";

/** Shows a way on when a part of the page could not be loaded or drawn. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  static override contextType = TextContext;
  declare context: React.ContextType<typeof TextContext>;
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <div className={styles.broken} role="alert" data-testid="error">
        <p>{this.context?.pageBroken}</p>
        <ActionButton emphasis="strong" onPress={() => location.reload()}>
          {this.context?.actions.reload}
        </ActionButton>
      </div>
    );
  }
}
