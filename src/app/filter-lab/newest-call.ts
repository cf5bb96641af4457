/**
 * Makes a function that hands its inputs to a slow task, one at a time: of the inputs that come while one is on its way,
 * only the newest is handed on. After `signal` has aborted, nothing is started or reported.
 *
 * @example
 * const show = newestCall(blur, { onDone: draw, onFailure: complain, signal });
 * show(1); show(2); show(3); // blur(1), then blur(3)
 */
export function newestCall<Input, Output>(
  task: (input: Input) => Promise<Output>,
  { onDone, onFailure, signal }: Reports<Output>,
): (input: Input) => void {
  let waiting: { readonly input: Input } | undefined;
  let isBusy = false;

  const work = async () => {
    isBusy = true;
    for (let next = take(); next && !signal.aborted; next = take()) {
      try {
        const output = await task(next.input);
        if (!signal.aborted) onDone(output);
      } catch (error) {
        if (!signal.aborted) onFailure(error);
      }
    }
    isBusy = false;
  };
  const take = () => {
    const next = waiting;
    waiting = undefined;
    return next;
  };

  return (input) => {
    waiting = { input };
    if (!isBusy) void work();
  };
}

interface Reports<Output> {
  readonly onDone: (output: Output) => void;
  readonly onFailure: (error: unknown) => void;
  readonly signal: AbortSignal;
}
