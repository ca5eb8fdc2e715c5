/** A browser that writes a text, as tests play it. */
import { eq } from 'drizzle-orm';
import type { User } from '../../accounts/user.ts';
import { emptyDraft, type Draft } from '../../content/draft/draft.ts';
import { plainText } from '../../content/body/plain-text.ts';
import { revisions } from '../../db/schema/articles.ts';
import { readWorkingArticle } from '../../desk/read-article.ts';
import type { Store } from '../../db/store.ts';
import { commandsOn } from '../commands/testing.ts';

/** A draft whose body is one paragraph. */
export const saying = (text: string, headline = 'A ferry'): Draft => ({
  ...emptyDraft(headline),
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
});

export const fail = (cause: unknown) => {
  throw cause;
};

/** A page in a browser, which remembers the last answer of the server. */
class Page {
  readonly #run: ReturnType<typeof commandsOn>['run'];
  readonly user: User;
  readonly id: number;
  readonly writer = `page-${Math.random().toString(36).slice(2).padEnd(8, '0')}`;
  sequence = 0;
  version = 1;
  edit = 0;
  constructor(user: User, id: number, from: Store) {
    this.#run = commandsOn(from).run;
    this.user = user;
    this.id = id;
  }
  turn() {
    return { sequence: this.sequence, version: this.version, writer: this.writer, edit: this.edit };
  }
  async send(name: 'autosave' | 'save', draft: Draft, fields: object = {}) {
    this.edit++;
    const { version, ...turn } = this.turn();
    const wish = name === 'save' ? { version, turn } : { version, ...turn };
    const answer = await this.#run(this.user, name, this.id, { ...wish, draft, ...fields });
    if (answer.ok) Object.assign(this, answer.value);
    return answer;
  }
}

/** Pages of browsers, and the texts that they wrote. */
export const workingCopiesOn = (from: Store) => ({
  openPage: (user: User, id: number) => new Page(user, id, from),
  async textsOf(id: number) {
    const rows = await from.database
      .select()
      .from(revisions)
      .where(eq(revisions.articleId, id))
      .orderBy(revisions.version);
    return rows.map(({ body, savedBy, reason }) => [plainText(body), Number(savedBy), reason]);
  },
  async textNow(user: User, id: number) {
    const article = await readWorkingArticle(user, id, from);
    return article && plainText(article.draft.body);
  },
});
