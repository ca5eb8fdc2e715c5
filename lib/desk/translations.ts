/** The state of stories in each locale, as far as a user may know it. */
import { eq, inArray, sql } from 'drizzle-orm';
import { BEGIN, commandsFor, may, READ, seesDrafts } from '../accounts/permissions.ts';
import type { Store } from '../db/store.ts';
import type { User } from '../accounts/user.ts';
import type { QuickVerb, Translation } from '../content/desk/desk.ts';
import { articles } from '../db/schema/articles.ts';
import { categories } from '../db/schema/categories.ts';
import { LOCALES, type Locale } from '../i18n/locales.ts';

/** The state of each story in each locale, by the story's id. */
export async function translationsOf(
  user: User,
  storyIds: readonly number[],
  { database }: Store,
): Promise<Map<number, Translation[]>> {
  if (storyIds.length === 0) return new Map();
  const rows = await database
    .select({
      id: articles.id,
      storyId: articles.storyId,
      locale: articles.locale,
      status: articles.status,
      category: categories.slug,
      createdBy: articles.createdBy,
      version: articles.version,
      publishedVersion: articles.publishedVersion,
      publishedAt: articles.publishedAt,
      translatedVersion: articles.translatedVersion,
      newestOfOriginal: sql<number | null>`(select coalesce(o.published_version, o.version)
        from articles o where o.id = ${articles.translatedFrom})`,
    })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(inArray(articles.storyId, [...new Set(storyIds)]));
  const byStory = Map.groupBy(rows, ({ storyId }) => storyId);
  return new Map(
    [...byStory].map(([storyId, articlesOfStory]) => [
      storyId,
      LOCALES.map((locale) => {
        const row = articlesOfStory.find((candidate) => candidate.locale === locale);
        return row && may(user, READ, row)
          ? translationOf(user, row)
          : missing(user, locale, articlesOfStory);
      }),
    ]),
  );
}

interface ArticleRow {
  id: number;
  locale: Locale;
  status: Translation['status'] & string;
  category: string;
  createdBy: number | null;
  version: number;
  publishedVersion: number | null;
  publishedAt: Date | null;
  translatedVersion: number | null;
  newestOfOriginal: number | null;
}

function translationOf(user: User, row: ArticleRow): Translation {
  const isStale = (row.newestOfOriginal ?? 0) > (row.translatedVersion ?? Infinity);
  const verbs: QuickVerb[] = [];
  const commands = commandsFor(user, row);
  if (commands.includes('submit')) verbs.push('submit');
  if (isStale && commands.includes('mark-current')) verbs.push('mark-current');
  return {
    locale: row.locale,
    id: row.id,
    status: row.status,
    isStale,
    isChanged:
      row.status === 'published' && row.version !== row.publishedVersion && seesDrafts(user, row),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    verbs,
  };
}

/** For a locale without an article, or with one that the user may not read: the two cases look the same. */
function missing(user: User, locale: Locale, articlesOfStory: readonly ArticleRow[]): Translation {
  const isTranslated = articlesOfStory.some((row) => row.locale === locale);
  const mayBegin =
    !isTranslated &&
    articlesOfStory.some((row) => may(user, READ, row)) &&
    may(user, BEGIN, {
      locale,
      category: articlesOfStory[0]?.category ?? '',
      status: 'draft',
      createdBy: user.id,
    });
  return {
    locale,
    id: null,
    status: null,
    isStale: false,
    isChanged: false,
    publishedAt: null,
    verbs: mayBegin ? ['translate'] : [],
  };
}
