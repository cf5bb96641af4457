/**
 * Results of `work` in the order of `items`, with at most `concurrency` of them under way at a time.
 *
 * @example for await (const size of mapInOrder(files, 3, fileSize)) sum += size;
 */
export async function* mapInOrder<T, R>(
  items: Iterable<T>,
  concurrency: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  for (const item of items) {
    const result = work(item);
    // A later failure must not count as unhandled while an earlier result is being awaited.
    result.catch(() => undefined);
    running.push(result);
    if (running.length >= concurrency) yield (await running.shift()) as R;
  }
  for (const result of running) yield await result;
}
