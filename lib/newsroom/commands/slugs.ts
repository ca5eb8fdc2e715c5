import { and, eq, ne } from 'drizzle-orm';
import { may } from '../../accounts/permissions.ts';
import { store, type Store } from '../../accounts/store.ts';
import type { User } from '../../accounts/user.ts';
import { slugFor } from '../../content/slug.ts';
import type { Transaction } from '../../db/client.ts';
import { articles, slugHistory, stories } from '../../db/schema/articles.ts';
import { categories } from '../../db/schema/categories.ts';
import type { Locale } from '../../i18n/locales.ts';
import { categoryIdOf } from '../category-id.ts';
import { changeArticle } from '../change-article.ts';
import { Refused } from '../../refusal.ts';
import { tagsOfArticle } from '../tags-of-article.ts';

/** A slug made from a headline; no other article of the locale has or had it. */
export async function freeSlug(tx: Transaction, locale: Locale, headline: string): Promise<string> {
  const made = slugFor(headline) || 'article';
  for (let number = 1; ; number++) {
    const slug = number === 1 ? made : `${made}-${number}`;
    if (await isFree(tx, locale, slug, 0)) return slug;
  }
}

async function isFree(
  tx: Transaction,
  locale: Locale,
  slug: string,
  articleId: number,
): Promise<boolean> {
  const [held] = await tx
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.locale, locale), eq(articles.slug, slug), ne(articles.id, articleId)));
  const [once] = await tx
    .select({ id: slugHistory.articleId })
    .from(slugHistory)
    .where(
      and(
        eq(slugHistory.locale, locale),
        eq(slugHistory.slug, slug),
        ne(slugHistory.articleId, articleId),
      ),
    );
  return !held && !once;
}

/** Changes an article's slug. An old address that was public redirects to the new one permanently. */
export function changeSlug(
  user: User,
  articleId: number,
  { slug }: { slug: string },
  from: Store = store(),
) {
  return changeArticle(
    user,
    'change-slug',
    articleId,
    async ({ tx, article, now }) => {
      const { locale } = article;
      if (slug === article.slug) return { value: { slug } };
      if (!(await isFree(tx, locale, slug, articleId))) {
        throw new Refused('slug_taken', `The slug “${slug}” belongs to another article.`);
      }
      await tx
        .delete(slugHistory)
        .where(and(eq(slugHistory.locale, locale), eq(slugHistory.slug, slug)));
      await tx.update(articles).set({ slug }).where(eq(articles.id, articleId));
      if (article.publishedVersion !== null) {
        await tx.insert(slugHistory).values({ locale, slug: article.slug, articleId, until: now });
      }
      return { value: { slug }, note: article.slug };
    },
    from,
  );
}

/**
 * Moves a story, with all its translations, to another category: the user must be allowed to move each of
 * them.
 */
export function moveArticle(
  user: User,
  articleId: number,
  { category }: { category: string },
  from: Store = store(),
) {
  return changeArticle(
    user,
    'move',
    articleId,
    async ({ tx, article }) => {
      const categoryId = await categoryIdOf(tx, category);
      const told = await tx
        .select()
        .from(articles)
        .innerJoin(categories, eq(categories.id, articles.categoryId))
        .where(eq(articles.storyId, article.storyId));
      for (const { articles: row } of told) {
        const subject = { ...row, category: article.category };
        if (!may(user, 'move', subject) || !may(user, 'move', { ...subject, category })) {
          throw new Refused('forbidden', `Your role does not reach to the ${row.locale} article.`);
        }
      }
      const tagsOfAll = async () =>
        (await Promise.all(told.map(({ articles: { id } }) => tagsOfArticle(tx, id)))).flat();
      const before = await tagsOfAll();
      // The foreign key updates the category of the articles.
      await tx.update(stories).set({ categoryId }).where(eq(stories.id, article.storyId));
      const tags = [...before, ...(await tagsOfAll())];
      return { value: { category }, note: article.category, tags };
    },
    from,
  );
}
