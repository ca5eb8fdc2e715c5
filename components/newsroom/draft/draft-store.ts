import type { WorkingArticle } from '@/lib/content/desk/desk';
import type { SendRefusal } from '@/lib/content/desk/refusals';
import type { NewestText } from '@/lib/content/draft/draft';
import { SendError } from '../send';

/** What a page must know of an article to keep its draft. */
export type OpenedArticle = Pick<
  WorkingArticle,
  'id' | 'draft' | 'sequence' | 'version' | 'unkept' | 'verbs' | 'self'
>;

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

/** Refusals that a retry does not resolve. */
const FINAL: readonly SendRefusal[] = [
  'missing',
  'forbidden',
  'invalid',
  'too_large',
  'malformed',
  'foreign_origin',
];

/** The state after a save that failed, unless another text had come in between. */
export function stateAfterFailure(cause: Error): SaveState {
  const code = cause instanceof SendError ? cause.code : 'failed';
  if (code === 'signed_out') return { kind: 'signed_out' };
  // The next change is sent again: the server may accept it.
  return FINAL.includes(code) ? { kind: 'refused', cause } : { kind: 'offline' };
}

/** Functions to be called when something happens, in the order in which they were added. */
export class Callbacks<Arguments extends unknown[]> {
  readonly #callbacks = new Set<(...values: Arguments) => void>();

  /** @returns a function that removes the callback */
  readonly add = (callback: (...values: Arguments) => void): (() => void) => {
    this.#callbacks.add(callback);
    return () => void this.#callbacks.delete(callback);
  };

  call(...values: Arguments): void {
    for (const callback of this.#callbacks) callback(...values);
  }
}

/** An observable value outside React: a keystroke renders only the components that read what it changed. */
export class Held<Value> {
  #value: Value;
  readonly #listeners = new Callbacks<[]>();

  constructor(value: Value) {
    this.#value = value;
  }

  readonly get = (): Value => this.#value;

  readonly subscribe = this.#listeners.add;

  set(value: Value): void {
    this.#value = value;
    this.#listeners.call();
  }
}
