import type { WorkingArticle } from '@/lib/content/desk/desk';
import type { Draft, NewestText } from '@/lib/content/draft/draft';
import {
  isClean,
  isSameDraft,
  mergeDrafts,
  resolveMerge,
  type Merge,
} from '@/lib/content/draft/merge-drafts';
import { SendError } from '../send';
import { Held, type SaveState, type Standing } from './draft-store';
import { LocalKeeper, type CopyStore, type LocalCopy } from './local-copies';
import type { NewsroomLine, Turn } from './newsroom-line';

/** Milliseconds after the last change before it is sent, and after the first one at the latest. */
const SOON = 800;
const LATEST = 1800;
/** Milliseconds before a failed save is tried again, at first and at most. */
const AGAIN = 1000;
const AGAIN_AT_MOST = 15_000;

/** Refusals that trying again does not change. */
const FINAL = ['missing', 'forbidden', 'invalid', 'too_large', 'malformed', 'foreign_origin'];

/**
 * The draft of one article in one page, and its way to the newsroom: kept in this browser at once, sent
 * soon, one request at a time, tried until it is taken. Knows nothing of React, so that a test can run a
 * thousand of them against each other.
 */
export class DraftKeeper {
  readonly draft: Held<Draft>;
  readonly standing: Held<Standing>;
  readonly mayWrite: boolean;
  readonly articleId: number;
  readonly writer: string;
  readonly #takers = new Set<(newest: Omit<NewestText, 'savedBy'>, isRevision: boolean) => void>();
  readonly #userId: number;
  readonly #line: NewsroomLine;
  readonly #local: LocalKeeper;
  readonly #flushers = new Set<() => void>();
  readonly #showers = new Set<(draft: Draft) => void>();
  /** The newsroom's text that the draft grew from. */
  #base: Draft;
  #sequence: number;
  readonly #opened: Draft;
  readonly #openedAt: number;
  #edit = 0;
  #isDirty = false;
  #isKept: boolean;
  #failures = 0;
  #firstChangeAt: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | null = null;

  constructor(
    article: Pick<
      WorkingArticle,
      'id' | 'draft' | 'sequence' | 'version' | 'unkept' | 'verbs' | 'self'
    >,
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
    this.#opened = draft;
    this.#openedAt = article.sequence;
    this.#isKept = unkept === null;
    this.standing = new Held<Standing>({
      state: { kind: this.#isKept ? 'kept' : 'saved' },
      version,
      mergedWith: null,
      localFault: null,
    });
    this.#local = new LocalKeeper(copies, (localFault) => this.#stand({ localFault }));
  }

  /** Whether a word would be lost if the page went away now: neither the newsroom nor this browser has it. */
  isAtRisk(): boolean {
    this.#flush();
    return (this.#isDirty || this.#sending !== null) && !this.#local.isDone();
  }

  get sequence(): number {
    return this.#sequence;
  }

  readonly change = (patch: Partial<Draft>): void => {
    this.#put({ ...this.draft.get(), ...patch });
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
   * Tells somebody of each text that the newsroom took from here, and whether a revision came of it.
   * @returns ends it
   */
  readonly onTaken = (
    tell: (newest: Omit<NewestText, 'savedBy'>, isRevision: boolean) => void,
  ): (() => void) => {
    this.#takers.add(tell);
    return () => void this.#takers.delete(tell);
  };

  /**
   * Tells somebody who shows the text of one that came from elsewhere, before another key can be pressed.
   * @returns ends it
   */
  readonly onReplaced = (show: (draft: Draft) => void): (() => void) => {
    this.#showers.add(show);
    return () => void this.#showers.delete(show);
  };

  /**
   * Makes a revision of what is on the screen, unless it is one.
   * @returns the version to act on
   * @throws SendError when the newsroom refuses or does not answer
   */
  readonly settle = async (): Promise<number> => {
    this.#flush();
    while (this.#sending) await this.#sending;
    const { state, version } = this.standing.get();
    if (state.kind === 'conflict') {
      throw new SendError('stale', 'Another text has come in between.', version, state.theirs);
    }
    if (!this.#isDirty && this.#isKept) return version;
    await this.#send('kept');
    return this.standing.get().version;
  };

  /** Sends at once what is not sent yet: the page is about to go, the network is back, somebody signed in. */
  readonly hurry = (isFarewell = false): void => {
    this.#flush();
    const { kind } = this.standing.get().state;
    if (this.#sending || kind === 'conflict') return;
    if (this.#isDirty) void this.#send('autosave', isFarewell).catch(() => {});
    else if (kind === 'signed_out') void this.catchUp().then(() => this.heard(null), this.heard);
  };

  /**
   * Learns from another of the page's questions whether somebody is signed in here.
   * @param cause - why it failed; null for one that was answered
   */
  readonly heard = (cause: unknown): void => {
    const { kind } = this.standing.get().state;
    if (cause instanceof SendError && cause.code === 'signed_out') {
      if (kind !== 'conflict' && !this.#sending) this.#stand({ state: { kind: 'signed_out' } });
    } else if (cause === null && kind === 'signed_out' && !this.#isDirty) {
      // What is not sent yet waits for a press: whoever is signed in now may be somebody else.
      this.#stand({ state: { kind: this.#isKept ? 'kept' : 'saved' } });
    }
  };

  /** Takes what the newsroom has by now, where this page is behind. */
  readonly catchUp = async (): Promise<void> => {
    if (this.#sending) return;
    const newest = await this.#line.read();
    if (newest.writer !== this.writer) this.receive(newest);
  };

  /** Takes a newer text: shows it, brings it together with what is not sent yet, or asks which to keep. */
  readonly receive = (newest: NewestText): void => {
    if (newest.sequence < this.#sequence || this.#sending) return;
    if (newest.sequence === this.#sequence && newest.version === this.standing.get().version)
      return;
    this.#reconcile(newest);
  };

  #reconcile(newest: NewestText): void {
    this.#flush();
    const mine = this.draft.get();
    if (!this.#isDirty) {
      this.#adopt(newest);
      if (!isSameDraft(mine, newest.draft)) this.#show(newest.draft);
      return this.#stand({ state: { kind: 'saved' }, version: newest.version });
    }
    const merge = mergeDrafts(this.#base, mine, newest.draft);
    if (!isClean(merge)) {
      clearTimeout(this.#timer);
      return this.#stand({ state: { kind: 'conflict', theirs: newest } });
    }
    this.#adopt(newest);
    const merged = resolveMerge(merge);
    if (!isSameDraft(mine, merged)) this.#show(merged);
    this.#stand({ version: newest.version, mergedWith: newest.savedBy || null });
    this.#put(merged);
  }

  /** The text that two texts were brought together to: it becomes a revision that names both writers. */
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
   * Puts the unsent text of an earlier page on the screen, brought together with the one that is there.
   * @param isOwn - the newsroom's text was that page's, at an earlier keystroke
   * @throws SendError when what is on the screen has to be sent first and cannot be
   */
  readonly recover = async (copy: LocalCopy, isOwn: boolean): Promise<void> => {
    this.#flush();
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

  /** What taking an earlier page's text would make of the one on the screen; arguments as of `recover`. */
  readonly mergeWith = (copy: LocalCopy, isOwn: boolean): Merge => {
    const base = isOwn || copy.sequence === this.#openedAt ? this.#opened : copy.base;
    return mergeDrafts(base, copy.draft, this.draft.get());
  };

  /** What both sides grew from, for showing a conflict. */
  get base(): Draft {
    return this.#base;
  }

  /** Resolves when this browser has everything. */
  readonly keptLocally = (): Promise<void> => this.#local.settled();

  stop(): void {
    clearTimeout(this.#timer);
  }

  #put(draft: Draft): void {
    if (draft !== this.draft.get()) this.draft.set(draft);
    this.#isDirty = true;
    this.#isKept = false;
    this.#keepLocally();
    const { kind } = this.standing.get().state;
    if (kind === 'conflict' || kind === 'signed_out') return;
    if (kind !== 'offline') this.#stand({ state: { kind: 'local' } });
    // What failed is tried again in its own time; what is on its way is followed by the rest.
    if (this.#failures === 0 && !this.#sending) this.#schedule();
  }

  #schedule(): void {
    const now = Date.now();
    this.#firstChangeAt ??= now;
    const wait = Math.max(0, Math.min(SOON, this.#firstChangeAt + LATEST - now));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hurry(), wait);
  }

  #send(kind: 'autosave' | 'kept' | 'merged', isFarewell = false): Promise<void> {
    clearTimeout(this.#timer);
    const draft = this.draft.get();
    this.#isDirty = false;
    this.#firstChangeAt = null;
    this.#edit++;
    const { version } = this.standing.get();
    const turn: Turn = {
      sequence: this.#sequence,
      version,
      writer: this.writer,
      edit: this.#edit,
    };
    this.#stand({ state: { kind: 'saving' } });
    const request =
      kind === 'autosave'
        ? this.#line.autosave(turn, draft, isFarewell)
        : this.#line.save(turn, draft, kind);
    const sending = request.then(
      (taken) => {
        this.#sending = null;
        this.#failures = 0;
        this.#sequence = taken.sequence;
        this.#base = draft;
        this.#isKept = kind !== 'autosave' && !this.#isDirty;
        const isNew = taken.version !== version;
        this.#stand({ version: taken.version });
        const newest = { ...taken, draft, savedAt: new Date().toISOString() };
        for (const tell of this.#takers) tell(newest, isNew);
        if (this.#isDirty) {
          this.#stand({ state: { kind: 'local' } });
          return this.#schedule();
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
    const { code = 'failed', newest } = cause instanceof SendError ? cause : {};
    if (code === 'stale' && newest) return this.#reconcile(newest);
    if (code === 'signed_out') return this.#stand({ state: { kind: 'signed_out' } });
    // The next change is sent again: it may be one that is taken.
    if (FINAL.includes(code)) return this.#stand({ state: { kind: 'refused', cause } });
    this.#failures++;
    const wait = Math.min(AGAIN * 2 ** (this.#failures - 1), AGAIN_AT_MOST);
    this.#stand({ state: { kind: 'offline' } });
    this.#timer = setTimeout(() => this.hurry(), wait);
  }

  #adopt(newest: NewestText): void {
    this.#base = newest.draft;
    this.#sequence = newest.sequence;
  }

  #show(draft: Draft): void {
    this.draft.set(draft);
    for (const show of this.#showers) show(draft);
  }

  #keepLocally(): void {
    const copy: LocalCopy = {
      articleId: this.articleId,
      writer: this.writer,
      userId: this.#userId,
      draft: this.draft.get(),
      base: this.#base,
      sequence: this.#sequence,
      version: this.standing.get().version,
      at: Date.now(),
    };
    this.#local.keep(copy);
  }

  #flush(): void {
    for (const flush of this.#flushers) flush();
  }

  #stand(change: { state?: SaveState } & Partial<Standing>): void {
    this.standing.set({ ...this.standing.get(), ...change });
  }
}
