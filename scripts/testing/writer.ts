/** A page that writes, without a browser: saves one word after another until it is stopped. */
import { setTimeout as sleep } from 'node:timers/promises';
import { emptyDraft, type Draft, type NewestText } from '../../lib/content/draft/draft.ts';

/** Milliseconds between two saves, at the most, and before one that failed is tried again. */
const PAUSE = 120;
const AGAIN = 10;
const PATIENCE = 5000;
/** How many autosaves for each revision. */
const KEPT_EVERY = 12;

interface Answer {
  sequence?: number;
  version?: number;
  error?: { code: string; newest?: NewestText };
}

export class Writer {
  /** Words that the portal said it has. */
  readonly acknowledged: string[] = [];
  /** What it was last answered instead. */
  fault = '';
  readonly articleId: number;
  readonly #site: string;
  readonly #cookie: string;
  readonly #name: string;
  /** The paragraph that is this writer's. */
  readonly #place: number;
  #draft: Draft = emptyDraft('Under fire');
  #sequence = 0;
  #version = 1;
  #edit = 0;
  #word = 0;
  #isStopped = false;
  #running: Promise<void> = Promise.resolve();

  constructor(options: {
    site: string;
    cookie: string;
    name: string;
    articleId: number;
    place: number;
  }) {
    this.#site = options.site;
    this.#cookie = options.cookie;
    this.#name = options.name;
    this.articleId = options.articleId;
    this.#place = options.place;
  }

  start(): void {
    this.#running = this.#write();
  }
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
  }

  async #write(): Promise<void> {
    let waiting: string[] = [];
    while (!this.#isStopped) {
      const word = `${this.#name}w${++this.#word}`;
      waiting.push(word);
      this.#append(word);
      const sent = [...waiting];
      if (await this.#send(this.#word % KEPT_EVERY === 0 ? 'save' : 'autosave')) {
        this.acknowledged.push(...sent);
        waiting = [];
        await sleep(Math.random() * PAUSE);
      } else await sleep(AGAIN);
    }
  }

  #append(word: string): void {
    const content = [...this.#draft.body.content];
    while (content.length <= this.#place) content.push({ type: 'paragraph' });
    const block = content[this.#place];
    const before = block?.type === 'paragraph' ? block.content?.[0] : undefined;
    const text = before?.type === 'text' ? `${before.text} ${word}` : word;
    content[this.#place] = { type: 'paragraph', content: [{ type: 'text', text }] };
    this.#draft = { ...this.#draft, body: { type: 'doc', content } };
  }

  /** Whether the portal said that it has the text; an answer that is lost says nothing. */
  async #send(command: 'autosave' | 'save'): Promise<boolean> {
    const turn = { sequence: this.#sequence, writer: `page-of-${this.#name}`, edit: ++this.#edit };
    const [version, draft] = [this.#version, this.#draft];
    const input = command === 'save' ? { version, turn, draft } : { ...turn, version, draft };
    try {
      const response = await fetch(
        `${this.#site}/api/newsroom/articles/${this.articleId}/${command}`,
        {
          method: 'POST',
          headers: {
            origin: this.#site,
            'sec-fetch-site': 'same-origin',
            'content-type': 'application/json',
            cookie: this.#cookie,
          },
          body: JSON.stringify(input),
          signal: AbortSignal.timeout(PATIENCE),
        },
      );
      const answer = (await response.json()) as Answer;
      if (response.ok && answer.sequence !== undefined && answer.version !== undefined) {
        this.#sequence = answer.sequence;
        this.#version = answer.version;
        return true;
      }
      if (answer.error?.newest) this.#join(answer.error.newest);
      this.fault = `${response.status} ${answer.error?.code}`;
      return false;
    } catch (cause) {
      this.fault = String(cause);
      return false;
    }
  }

  /** Takes what another writes, and keeps the own paragraph. */
  #join(newest: NewestText): void {
    const content = [...newest.draft.body.content];
    const own = this.#draft.body.content[this.#place];
    while (content.length <= this.#place) content.push({ type: 'paragraph' });
    if (own) content[this.#place] = own;
    this.#draft = { ...newest.draft, body: { type: 'doc', content } };
    this.#sequence = newest.sequence;
    this.#version = newest.version;
  }
}
