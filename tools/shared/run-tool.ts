import { ToolError } from "./tool-error.ts";

const INTERRUPTED_EXIT_CODE = 130;

/**
 * Runs a command line tool to its end and sets the exit code: 0, 1 after a failure, 130 after Ctrl-C.
 *
 * `main` gets a signal that Ctrl-C aborts; what it has opened it must close itself. A second Ctrl-C ends at once.
 */
export async function runTool(main: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const interruption = new AbortController();
  process.once("SIGINT", () => interruption.abort(new ToolError("Stopped before the end, so nothing was written.")));
  try {
    await main(interruption.signal);
  } catch (error) {
    console.error(error instanceof ToolError ? error.message : error);
    process.exitCode = interruption.signal.aborted ? INTERRUPTED_EXIT_CODE : 1;
  }
}
