import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { BEGIN, may, READ } from '../../../accounts/permissions.ts';
import { store, type Store } from '../../../db/store.ts';
import type { User } from '../../../accounts/user.ts';
import { ARTICLE_STATUSES } from '../../../content/article.ts';
import { articles } from '../../../db/schema/articles.ts';
import { readRevision } from '../../../desk/read-revision.ts';
import type { Locale } from '../../../i18n/locales.ts';
import { Refused } from '../../../refusal.ts';
import { inTransaction, lockArticle } from '../../change-article.ts';
import { freeSlug } from '../../free-slug.ts';
import { cutCopy } from '../../working-copy/working-copy.ts';
import { defineCommand } from '../declare/define-command.ts';
import { locale } from '../declare/inputs.ts';
import { choosingSlug, insertDraft } from '../insert-draft.ts';

/**
 * Creates the article of a story in another locale, a draft that contains the original's text; refused when
 * the story has an article in it.
 */
export const command = defineCommand({
  input: z.strictObject({ locale }),
  permission: BEGIN,
  statuses: ARTICLE_STATUSES,
  log: 'translate',
  refusals: ['told_already', 'slug_taken'],
  run: (user: User, articleId: number, wish: { locale: Locale }, from = store()) =>
    choosingSlug(() => translate(user, articleId, wish.locale, from)),
});

const translate = (user: User, articleId: number, into: Locale, from: Store) =>
  inTransaction(from, async (tx) => {
    const original = await lockArticle(tx, articleId);
    if (!original || !may(user, READ, original)) throw new Refused('missing', 'No such article.');
    const subject = {
      locale: into,
      category: original.category,
      status: 'draft',
      createdBy: user.id,
    } as const;
    if (!may(user, BEGIN, subject)) {
      throw new Refused('forbidden', 'Your role does not allow this locale and category.');
    }
    const [present] = await tx
      .select({ id: articles.id })
      .from(articles)
      .where(and(eq(articles.storyId, original.storyId), eq(articles.locale, into)));
    if (present) throw new Refused('told_already', `The story has an article in ${into}.`);
    const now = from.clock.now();
    // The published text; when there is none, the newest text.
    const version =
      original.publishedVersion ?? (await cutCopy({ tx, article: original, now }, 'translated'));
    const draft = await readRevision(tx, articleId, version);
    if (!draft) throw new Refused('missing', 'The original has no revision.');
    return insertDraft(tx, user, now, {
      story: { id: original.storyId, categoryId: original.categoryId },
      locale: into,
      slug: await freeSlug(tx, into, draft.headline),
      draft: { ...draft, seoTitle: null, seoDescription: null },
      verb: 'translate',
      translated: { from: articleId, version },
    });
  });
