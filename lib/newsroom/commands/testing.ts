/** The commands of the newsroom, as tests run them. */
import type { User } from '../../accounts/user.ts';
import type { ArticleCommandName } from '../../content/desk/commands.ts';
import { emptyDraft, type Draft } from '../../content/draft/draft.ts';
import type { Store } from '../../db/store.ts';
import { ARTICLE_COMMANDS } from './article.generated.ts';
import { command as newArticle } from './new/articles.ts';

/** A draft with a headline, a standfirst and a paragraph. */
export const draftOf = (headline: string): Draft => ({
  ...emptyDraft(headline),
  standfirst: `Under ${headline}`,
  body: {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Text.' }] }],
  },
});

/** Begins an article and runs commands on it. */
export const commandsOn = (from: Store) => ({
  async create(user: User, headline = 'A ferry'): Promise<number> {
    const wish = { locale: 'en', category: 'sport', headline };
    const made = await newArticle.receive(user, null, wish, from);
    if (!made.ok) throw new Error(made.refusal.message);
    return made.value.id;
  },
  run: (user: User, name: ArticleCommandName, id: number, wish: unknown = {}) =>
    ARTICLE_COMMANDS[name].receive(user, id, wish, from),
});
