/** Work that a process repeats in the background: the only loop of its kind (docs/decisions/0012). */

export interface JobOptions {
  /**
   * One run.
   * @returns milliseconds until the next run; nothing: `every`
   */
  run: () => Promise<number | void>;
  /** Milliseconds between the end of a run and the start of the next. */
  every: number;
  /** Called with the error of each run that failed; the next one starts after `every`. */
  onError: (cause: unknown) => void;
}

export interface Job {
  /** Starts the next run now: at once, or as soon as the run under way has ended. */
  runNow(): void;
  /** Ends the job; settles when the run under way, if any, has ended. */
  stop(): Promise<void>;
}

/** Starts a job with its first run. Runs never overlap. */
export function startJob({ run, every, onError }: JobOptions): Job {
  let isStopping = false;
  let isAsked = false;
  let endRest = () => {};

  const rest = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function repeat(): Promise<void> {
    while (!isStopping) {
      isAsked = false;
      let wait = every;
      try {
        wait = (await run()) ?? every;
      } catch (cause) {
        onError(cause);
      }
      // What was asked for during the run may have come too late for it.
      if (!isStopping && !isAsked) await rest(wait);
    }
  }

  const running = repeat();
  const runNow = () => {
    isAsked = true;
    endRest();
  };
  return {
    runNow,
    stop: async () => {
      isStopping = true;
      runNow();
      await running;
    },
  };
}
