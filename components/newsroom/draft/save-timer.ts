/** When a draft is sent: soon after a change, and again, later each time, after a failure. */

/** Milliseconds until a change is sent: after the last change, and at most after the first unsent one. */
const SOON = 800;
const LATEST = 1800;
/** Milliseconds before a failed save is retried: the first delay, and the maximum. */
const AGAIN = 1000;
const AGAIN_AT_MOST = 15_000;

export class SaveTimer {
  readonly #send: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #firstChangeAt: number | null = null;
  #failures = 0;

  /** @param send - called when it is time */
  constructor(send: () => void) {
    this.#send = send;
  }

  /** Whether the last save failed, so that its retry is due already. */
  get isRetrying(): boolean {
    return this.#failures > 0;
  }

  /** Something changed: it is sent after a pause in the changes, and at the latest after a while of them. */
  changed(): void {
    const now = Date.now();
    this.#firstChangeAt ??= now;
    this.#start(Math.max(0, Math.min(SOON, this.#firstChangeAt + LATEST - now)));
  }

  /** What has changed so far is being sent. */
  sent(): void {
    this.stop();
    this.#firstChangeAt = null;
  }

  succeeded(): void {
    this.#failures = 0;
  }

  failed(): void {
    this.#failures++;
    this.#start(Math.min(AGAIN * 2 ** (this.#failures - 1), AGAIN_AT_MOST));
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** @param wait - milliseconds */
  #start(wait: number): void {
    this.stop();
    this.#timer = setTimeout(this.#send, wait);
  }
}
