/** Commands that create, translate and submit an article. */
import { readRevision } from '../../desk/read-revision.ts';
import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { may } from '../../accounts/permissions.ts';
import { store, type Store } from '../../accounts/store.ts';
import type { User } from '../../accounts/user.ts';
import { emptyDraft, type Draft } from '../../content/draft/draft.ts';
import { plainText } from '../../content/body/plain-text.ts';
import { readingMinutes } from '../../content/reading-time.ts';
import type { Transaction } from '../../db/client.ts';
import { articles, stories } from '../../db/schema/articles.ts';
import { auditLog } from '../../db/schema/newsroom.ts';
import type { Locale } from '../../i18n/locales.ts';
import { categoryIdOf } from '../category-id.ts';
import { changeArticle, demandStatus, inTransaction, lockArticle } from '../change-article.ts';
import { Refused, type Refusal } from '../../refusal.ts';
import type { Result } from '../../result.ts';
import { applyDraft, insertRevision } from '../revisions.ts';
import { freeSlug } from './slugs.ts';
import { cutCopy } from '../working-copy.ts';

/** How often a slug is chosen again after another transaction took it. */
const SLUG_TRIES = 10;

/** Runs a transaction that chooses a free slug, again while another one takes the same slug meanwhile. */
async function choosingSlug<Value>(
  run: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  for (let tried = 1; ; tried++) {
    const result = await run();
    const isTaken = !result.ok && result.refusal.code === 'slug_taken';
    if (!isTaken || tried === SLUG_TRIES) return result;
  }
}

/** Creates a story with its first article, a draft. */
export function createArticle(
  user: User,
  wish: { locale: Locale; category: string; headline: string },
  from: Store = store(),
) {
  const subject = { ...wish, status: 'draft', createdBy: user.id } as const;
  return choosingSlug(() =>
    inTransaction(from, async (tx) => {
      if (!may(user, 'create', subject)) {
        throw new Refused('forbidden', 'Your role does not reach to this locale and category.');
      }
      const categoryId = await categoryIdOf(tx, wish.category);
      const now = from.clock.now();
      const slug = await freeSlug(tx, wish.locale, wish.headline);
      const [story] = await tx
        .insert(stories)
        .values({ key: `${slug}-${randomBytes(4).toString('hex')}`, categoryId })
        .returning();
      if (!story) throw new Error('No story was written.');
      return insertDraft(tx, user, now, {
        story,
        locale: wish.locale,
        slug,
        draft: emptyDraft(wish.headline),
        verb: 'create',
      });
    }),
  );
}

/**
 * Creates the article of a story in another locale, a draft that contains the original's text.
 * @param wish.locale - of the translation; refused when the story has an article in it
 */
export function translateArticle(
  user: User,
  articleId: number,
  { locale }: { locale: Locale },
  from: Store = store(),
) {
  return choosingSlug(() =>
    inTransaction(from, async (tx) => {
      const original = await lockArticle(tx, articleId);
      if (!original || !may(user, 'read', original))
        throw new Refused('missing', 'No such article.');
      const subject = {
        locale,
        category: original.category,
        status: 'draft',
        createdBy: user.id,
      } as const;
      if (!may(user, 'translate', subject)) {
        throw new Refused('forbidden', 'Your role does not reach to this locale and category.');
      }
      const [told] = await tx
        .select({ id: articles.id })
        .from(articles)
        .where(and(eq(articles.storyId, original.storyId), eq(articles.locale, locale)));
      if (told) throw new Refused('told_already', `The story has an article in ${locale}.`);
      const now = from.clock.now();
      // The published text; when there is none, the newest text.
      const version =
        original.publishedVersion ?? (await cutCopy({ tx, article: original, now }, 'translated'));
      const draft = await readRevision(tx, articleId, version);
      if (!draft) throw new Refused('missing', 'The original has no revision.');
      return insertDraft(tx, user, now, {
        story: { id: original.storyId, categoryId: original.categoryId },
        locale,
        slug: await freeSlug(tx, locale, draft.headline),
        draft: { ...draft, seoTitle: null, seoDescription: null },
        verb: 'translate',
        translated: { from: articleId, version },
      });
    }),
  );
}

async function insertDraft(
  tx: Transaction,
  user: User,
  now: Date,
  {
    story,
    locale,
    slug,
    draft,
    verb,
    translated,
  }: {
    story: { id: number; categoryId: number };
    locale: Locale;
    slug: string;
    draft: Draft;
    verb: 'create' | 'translate';
    translated?: { from: number; version: number };
  },
): Promise<{ id: number; version: number }> {
  const [row] = await tx
    .insert(articles)
    .values({
      storyId: story.id,
      categoryId: story.categoryId,
      locale,
      slug,
      status: 'draft',
      headline: draft.headline,
      body: draft.body,
      readingMinutes: readingMinutes(plainText(draft.body)),
      createdBy: user.id,
      createdAt: now,
      changedAt: now,
      ...(translated && { translatedFrom: translated.from, translatedVersion: translated.version }),
    })
    .returning({ id: articles.id });
  if (!row) throw new Error('No article was written.');
  await applyDraft(tx, row.id, draft);
  await insertRevision(tx, {
    articleId: row.id,
    version: 1,
    draft,
    savedBy: String(user.id),
    reason: verb === 'translate' ? 'translated' : 'begun',
    now,
  });
  await tx
    .insert(auditLog)
    .values({ at: now, userId: user.id, articleId: row.id, verb, toVersion: 1 });
  return { id: row.id, version: 1 };
}

/** Submits a draft for review by an editor. */
export function submitArticle(user: User, articleId: number, from: Store = store()) {
  return changeArticle(
    user,
    'submit',
    articleId,
    async (work) => {
      const { tx, article } = work;
      demandStatus(article, 'draft');
      const toVersion = await cutCopy(work, 'submitted');
      await tx.update(articles).set({ status: 'in_review' }).where(eq(articles.id, articleId));
      return { value: null, toVersion };
    },
    from,
  );
}
