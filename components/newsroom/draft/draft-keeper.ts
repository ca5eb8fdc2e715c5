import type { WorkingArticle } from '@/lib/content/desk';
import type { Draft } from '@/lib/content/draft';
import { send } from '../send';
import { Held, type SaveState } from './draft-store';

/** Milliseconds after the last change before it is sent. */
const SOON = 1200;

/** The draft of one article in one tab, and its way to the newsroom. */
export class DraftKeeper {
  readonly draft: Held<Draft>;
  readonly standing: Held<{ state: SaveState; version: number }>;
  readonly mayWrite: boolean;
  readonly #articleId: number;
  readonly #onSaved: () => void;
  readonly #flushers = new Set<() => void>();
  #isDirty = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<number> | null = null;

  constructor(article: WorkingArticle, onSaved: () => void) {
    this.draft = new Held(article.draft);
    this.standing = new Held({ state: { kind: 'saved' }, version: article.version });
    this.mayWrite = article.verbs.includes('save');
    this.#articleId = article.id;
    this.#onSaved = onSaved;
  }

  isDirty(): boolean {
    this.#flush();
    return this.#isDirty || this.#sending !== null;
  }

  readonly change = (patch: Partial<Draft>): void => {
    this.draft.set({ ...this.draft.get(), ...patch });
    this.#isDirty = true;
    this.#stand({ kind: 'unsaved' });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.settle().catch(() => {}), SOON);
  };

  /**
   * Has somebody who holds changes back hand them over before the draft is saved.
   * @returns ends it
   */
  readonly beforeSaving = (flush: () => void): (() => void) => {
    this.#flushers.add(flush);
    return () => void this.#flushers.delete(flush);
  };

  /**
   * Saves what is not saved yet.
   * @returns the version to act on
   * @throws SendError when the newsroom refuses
   */
  readonly settle = (): Promise<number> => this.saveOn(this.standing.get().version);

  /** Saves on top of a version, which may be one that was never seen here: then it is laid over it. */
  readonly saveOn = async (base: number): Promise<number> => {
    this.#flush();
    if (this.#sending) await this.#sending.catch(() => {});
    if (!this.#isDirty) return this.standing.get().version;
    clearTimeout(this.#timer);
    this.#sending = this.#send(Math.max(base, this.standing.get().version));
    try {
      return await this.#sending;
    } finally {
      this.#sending = null;
    }
  };

  async #send(base: number): Promise<number> {
    this.#isDirty = false;
    this.#stand({ kind: 'saving' });
    try {
      const wish = { version: base, draft: this.draft.get() };
      const { version } = await send<{ version: number }>(
        'POST',
        `articles/${this.#articleId}/save`,
        wish,
      );
      this.standing.set({ state: { kind: this.#isDirty ? 'unsaved' : 'saved' }, version });
      this.#onSaved();
      return version;
    } catch (cause) {
      this.#isDirty = true;
      clearTimeout(this.#timer);
      this.#stand({ kind: 'refused', cause: cause as Error });
      throw cause;
    }
  }

  #flush(): void {
    for (const flush of this.#flushers) flush();
  }

  #stand(state: SaveState): void {
    this.standing.set({ ...this.standing.get(), state });
  }
}
