import type { NewestText } from '@/lib/content/draft/draft';

/** How what is on the screen stands against what the newsroom has. */
export type SaveState =
  /** The newsroom has it: as a revision, or as the text that is being written. */
  | { kind: 'kept' }
  | { kind: 'saved' }
  /** This browser has it, and sends it in a moment. */
  | { kind: 'local' }
  | { kind: 'saving' }
  /** This browser has it, and tries again. */
  | { kind: 'offline' }
  | { kind: 'signed_out' }
  | { kind: 'conflict'; theirs: NewestText }
  | { kind: 'refused'; cause: Error };

export interface Standing {
  state: SaveState;
  /** The newest revision that is known here. */
  version: number;
  /** Whose changes were last brought together with the text on the screen, unasked. */
  mergedWith: string | null;
  /** Why this browser keeps no copy of its own, in its own words. */
  localFault: string | null;
}

/** A value that is listened to, outside React: a keystroke renders those alone who read what it changed. */
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
