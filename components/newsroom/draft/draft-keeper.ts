import type { Draft, NewestText } from '@/lib/content/draft/draft';
import {
  isClean,
  isSameDraft,
  mergeDrafts,
  resolveMerge,
  type Merge,
} from '@/lib/content/draft/merge-drafts';
import { SendError } from '../send';
import {
  Callbacks,
  Held,
  stateAfterFailure,
  type OpenedArticle,
  type SaveState,
  type Standing,
} from './draft-store';
import { LocalKeeper, type CopyStore, type LocalCopy } from './local-copies';
import type { NewsroomLine, Turn } from './newsroom-line';
import { SaveTimer } from './save-timer';

/**
 * The draft of one article in one page, and how it is saved: stored in this browser at once, sent to the
 * server soon, one request at a time, retried until it is accepted. Does not depend on React, so that a test
 * can run a thousand instances against each other.
 */
export class DraftKeeper {
  readonly draft: Held<Draft>;
  readonly standing: Held<Standing>;
  readonly mayWrite: boolean;
  readonly articleId: number;
  readonly writer: string;
  readonly #takers = new Callbacks<[newest: Omit<NewestText, 'savedBy'>, isRevision: boolean]>();
  readonly #userId: number;
  readonly #line: NewsroomLine;
  readonly #local: LocalKeeper;
  readonly #flushers = new Callbacks<[]>();
  readonly #showers = new Callbacks<[draft: Draft]>();
  readonly #timer = new SaveTimer(() => this.hurry());
  /** The server's text that the draft is based on; the base of a merge. */
  #base: Draft;
  #sequence: number;
  readonly #opened: OpenedArticle;
  #edit = 0;
  #isDirty = false;
  #isKept: boolean;
  #sending: Promise<void> | null = null;

  constructor(
    article: OpenedArticle,
    { writer, line, copies }: { writer: string; line: NewsroomLine; copies: CopyStore },
  ) {
    const { draft, unkept, version } = article;
    this.articleId = article.id;
    this.writer = writer;
    this.draft = new Held(draft);
    this.mayWrite = article.verbs.includes('save');
    this.#userId = article.self.id;
    this.#line = line;
    this.#base = draft;
    this.#sequence = article.sequence;
    this.#opened = article;
    this.#isKept = unkept === null;
    this.standing = new Held<Standing>({
      state: { kind: this.#isKept ? 'kept' : 'saved' },
      version,
      mergedWith: null,
      localFault: null,
    });
    this.#local = new LocalKeeper(copies, (localFault) => this.#stand({ localFault }));
  }

  /** Whether text would be lost if the page closed now: it is neither on the server nor in this browser. */
  isAtRisk(): boolean {
    this.#flushers.call();
    return (this.#isDirty || this.#sending !== null) && !this.#local.isDone();
  }

  get sequence(): number {
    return this.#sequence;
  }

  readonly change = (patch: Partial<Draft>): void => {
    this.#put({ ...this.draft.get(), ...patch });
  };

  /**
   * Registers a callback that applies buffered changes before the draft is saved.
   * @returns a function that removes the callback
   */
  readonly beforeSaving = this.#flushers.add;

  /**
   * Registers a callback for each save of this page that the server accepted; `isRevision` is whether it
   * created a revision.
   * @returns a function that removes the callback
   */
  readonly onTaken = this.#takers.add;

  /**
   * Registers a callback for each text that replaces the draft from outside, such as a newer server text. It
   * is called synchronously, before another key can be pressed.
   * @returns a function that removes the callback
   */
  readonly onReplaced = this.#showers.add;

  /**
   * Saves the draft on the screen as a revision, unless it already is one.
   * @returns the version to act on
   * @throws SendError `stale` on an unresolved conflict, or when the server refuses or does not respond
   */
  readonly settle = async (): Promise<number> => {
    this.#flushers.call();
    while (this.#sending) await this.#sending;
    const { state, version } = this.standing.get();
    if (state.kind === 'conflict') {
      throw new SendError('stale', 'Another text has come in between.', {
        version,
        newest: state.theirs,
      });
    }
    if (!this.#isDirty && this.#isKept) return version;
    await this.#send('kept');
    return this.standing.get().version;
  };

  /**
   * Sends unsent changes at once: the page is about to close, the network is back, or a user signed in.
   * @param isFarewell - the page is closing: the request must outlive it
   */
  readonly hurry = (isFarewell = false): void => {
    this.#flushers.call();
    const { kind } = this.standing.get().state;
    if (this.#sending || kind === 'conflict') return;
    if (this.#isDirty) void this.#send('autosave', isFarewell).catch(() => {});
    else if (kind === 'signed_out') void this.catchUp().then(() => this.heard(null), this.heard);
  };

  /**
   * Updates the sign-in state from the result of another request of the page.
   * @param cause - the error of that request; null if it succeeded
   */
  readonly heard = (cause: unknown): void => {
    const { kind } = this.standing.get().state;
    if (cause instanceof SendError && cause.code === 'signed_out') {
      if (kind !== 'conflict' && !this.#sending) this.#stand({ state: { kind: 'signed_out' } });
    } else if (cause === null && kind === 'signed_out' && !this.#isDirty) {
      // Unsent changes wait for the user's action: the user who is signed in now may be another one.
      this.#stand({ state: { kind: this.#isKept ? 'kept' : 'saved' } });
    }
  };

  /** Fetches the newest text from the server and receives it, if another page wrote it. */
  readonly catchUp = async (): Promise<void> => {
    if (this.#sending) return;
    const newest = await this.#line.read();
    if (newest.writer !== this.writer) this.receive(newest);
  };

  /** Receives a newer text: shows it, merges it with unsent changes, or reports a conflict. */
  readonly receive = (newest: NewestText): void => {
    if (newest.sequence < this.#sequence || this.#sending) return;
    if (newest.sequence === this.#sequence && newest.version === this.standing.get().version)
      return;
    this.#reconcile(newest);
  };

  #reconcile(newest: NewestText): void {
    this.#flushers.call();
    const mine = this.draft.get();
    if (!this.#isDirty) {
      this.#adopt(newest);
      if (!isSameDraft(mine, newest.draft)) this.#show(newest.draft);
      return this.#stand({ state: { kind: 'saved' }, version: newest.version });
    }
    const merge = mergeDrafts(this.#base, mine, newest.draft);
    if (!isClean(merge)) {
      this.#timer.stop();
      return this.#stand({ state: { kind: 'conflict', theirs: newest } });
    }
    this.#adopt(newest);
    const merged = resolveMerge(merge);
    if (!isSameDraft(mine, merged)) this.#show(merged);
    this.#stand({ version: newest.version, mergedWith: newest.savedBy || null });
    this.#put(merged);
  }

  /** Resolves the conflict with this text; it is saved as a revision that names both writers. */
  readonly resolve = async (draft: Draft): Promise<void> => {
    const { state } = this.standing.get();
    if (state.kind !== 'conflict') return;
    this.#adopt(state.theirs);
    this.#show(draft);
    this.#stand({ state: { kind: 'local' }, version: state.theirs.version });
    this.#put(draft);
    await this.#send('merged');
  };

  /**
   * Restores the unsent text of an earlier page, merged with the text on the screen.
   * @param isOwn - the server's text was written by that page, at an earlier keystroke
   * @throws SendError when unsent changes on the screen must be saved first and cannot be
   */
  readonly recover = async (copy: LocalCopy, isOwn: boolean): Promise<void> => {
    this.#flushers.call();
    if (this.#isDirty) await this.settle();
    const current = this.draft.get();
    const merge = this.mergeWith(copy, isOwn);
    if (isClean(merge)) {
      const merged = resolveMerge(merge);
      this.#show(merged);
      return this.#put(merged);
    }
    const { version } = this.standing.get();
    const savedAt = new Date().toISOString();
    const theirs = { sequence: this.#sequence, version, draft: current, savedBy: '', savedAt };
    this.#base = merge.base;
    this.#show(copy.draft);
    this.#stand({ state: { kind: 'conflict', theirs } });
    this.#put(copy.draft);
  };

  /** The merge of an earlier page's text with the text on the screen; arguments as for `recover`. */
  readonly mergeWith = (copy: LocalCopy, isOwn: boolean): Merge => {
    const base = isOwn || copy.sequence === this.#opened.sequence ? this.#opened.draft : copy.base;
    return mergeDrafts(base, copy.draft, this.draft.get());
  };

  /** The common base of both sides, for showing a conflict. */
  get base(): Draft {
    return this.#base;
  }

  /** Resolves when all writes to this browser's storage have ended, also if they failed. */
  readonly keptLocally = (): Promise<void> => this.#local.settled();

  readonly stop = (): void => this.#timer.stop();

  #put(draft: Draft): void {
    if (draft !== this.draft.get()) this.draft.set(draft);
    this.#isDirty = true;
    this.#isKept = false;
    this.#local.keep({
      articleId: this.articleId,
      writer: this.writer,
      userId: this.#userId,
      draft,
      base: this.#base,
      sequence: this.#sequence,
      version: this.standing.get().version,
      at: Date.now(),
    });
    const { kind } = this.standing.get().state;
    if (kind === 'conflict' || kind === 'signed_out') return;
    if (kind !== 'offline') this.#stand({ state: { kind: 'local' } });
    // A failed save is retried by its own timer; a running request schedules the rest when it ends.
    if (!this.#timer.isRetrying && !this.#sending) this.#timer.changed();
  }

  #send(kind: 'autosave' | 'kept' | 'merged', isFarewell = false): Promise<void> {
    this.#timer.sent();
    const draft = this.draft.get();
    this.#isDirty = false;
    this.#edit++;
    const { version } = this.standing.get();
    const turn: Turn = { sequence: this.#sequence, version, writer: this.writer, edit: this.#edit };
    this.#stand({ state: { kind: 'saving' } });
    const request =
      kind === 'autosave'
        ? this.#line.autosave(turn, draft, isFarewell)
        : this.#line.save(turn, draft, kind);
    const sending = request.then(
      (taken) => {
        this.#sending = null;
        this.#timer.succeeded();
        this.#sequence = taken.sequence;
        this.#base = draft;
        this.#isKept = kind !== 'autosave' && !this.#isDirty;
        this.#stand({ version: taken.version });
        this.#takers.call(
          { ...taken, draft, savedAt: new Date().toISOString() },
          taken.version !== version,
        );
        if (this.#isDirty) {
          this.#stand({ state: { kind: 'local' } });
          return this.#timer.changed();
        }
        this.#local.forget(this.articleId, this.writer);
        this.#stand({ state: { kind: this.#isKept ? 'kept' : 'saved' } });
      },
      (cause: unknown) => {
        this.#sending = null;
        this.#isDirty = true;
        this.#fail(cause instanceof Error ? cause : new Error(String(cause)));
        throw cause;
      },
    );
    this.#sending = sending.catch(() => {});
    return sending;
  }

  #fail(cause: Error): void {
    if (cause instanceof SendError && cause.code === 'stale' && cause.newest)
      return this.#reconcile(cause.newest);
    const state = stateAfterFailure(cause);
    this.#stand({ state });
    if (state.kind === 'offline') this.#timer.failed();
  }

  #adopt(newest: NewestText): void {
    this.#base = newest.draft;
    this.#sequence = newest.sequence;
  }

  #show(draft: Draft): void {
    this.draft.set(draft);
    this.#showers.call(draft);
  }

  #stand(change: { state?: SaveState } & Partial<Standing>): void {
    this.standing.set({ ...this.standing.get(), ...change });
  }
}
