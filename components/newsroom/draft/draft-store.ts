import type { NewestText } from '@/lib/content/draft/draft';

/** The state of the draft on the screen compared with the server. */
export type SaveState =
  /** On the server: as a revision (`kept`) or as the working copy (`saved`). */
  | { kind: 'kept' }
  | { kind: 'saved' }
  /** Stored in this browser, sent in a moment. */
  | { kind: 'local' }
  | { kind: 'saving' }
  /** Stored in this browser; sending is retried. */
  | { kind: 'offline' }
  | { kind: 'signed_out' }
  | { kind: 'conflict'; theirs: NewestText }
  | { kind: 'refused'; cause: Error };

export interface Standing {
  state: SaveState;
  /** The newest revision that this page knows. */
  version: number;
  /** Name of the user whose changes were last merged into the draft automatically. */
  mergedWith: string | null;
  /** Why this browser stores no local copy, as the browser's error message. */
  localFault: string | null;
}

/** An observable value outside React: a keystroke renders only the components that read what it changed. */
export class Held<Value> {
  #value: Value;
  readonly #listeners = new Set<() => void>();

  constructor(value: Value) {
    this.#value = value;
  }

  readonly get = (): Value => this.#value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  set(value: Value): void {
    this.#value = value;
    for (const listener of this.#listeners) listener();
  }
}
