/** What is on its way to storage. */
export interface WorkUnderWay {
  /** Counts the work as under way until it is done. Gives it back. */
  run<T>(work: Promise<T>): Promise<T>;
  /** Begins the work when all that was handed in here before is done. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Writes to a place at once, or while a write to it is under way after that one; of those that wait only the last
   * counts. `begin` gives null where there is nothing to write any more.
   */
  writeLatest(place: string, begin: () => Promise<void> | null): void;
  /** Begins everything that waits in `writeLatest`. */
  flush(): void;
  /** Whether a write is under way to a place whose name begins so. */
  isWriting(prefix: string): boolean;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

export function workUnderWay(): WorkUnderWay {
  const running = new Set<Promise<unknown>>();
  const writing = new Set<string>();
  const waiting = new Map<string, () => void>();
  let turn: Promise<unknown> = Promise.resolve();

  function run<T>(work: Promise<T>): Promise<T> {
    running.add(work);
    const done = () => running.delete(work);
    work.then(done, done);
    return work;
  }

  return {
    run,
    inTurn(work) {
      const result = run(turn.then(work));
      turn = result.catch(() => undefined);
      return result;
    },
    writeLatest(place, begin) {
      const write = () => {
        waiting.delete(place);
        const begun = begin();
        if (!begun) return;
        writing.add(place);
        run(
          begun.finally(() => {
            writing.delete(place);
            waiting.get(place)?.();
          }),
        );
      };
      if (writing.has(place)) waiting.set(place, write);
      else write();
    },
    flush() {
      for (const next of [...waiting.values()]) next();
    },
    isWriting: (prefix) => [...writing].some((place) => place.startsWith(prefix)),
    async settled() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
