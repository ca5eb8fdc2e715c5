import { and, eq, inArray } from 'drizzle-orm';
import type { Article, CaptionedPicture } from '../content/article.ts';
import type { Details } from '../content/draft/draft.ts';
import { plainText } from '../content/body/plain-text.ts';
import { readingMinutes } from '../content/reading-time.ts';
import { articles, corrections, revisions, stories } from '../db/schema/articles.ts';
import { categories } from '../db/schema/categories.ts';
import { images } from '../db/schema/images.ts';
import { authors, topics } from '../db/schema/people.ts';
import { LOCALES, type Locale } from '../i18n/locales.ts';
import { cardColumns, cardOf } from './lists/cards.ts';
import { picturesOf, translationsVisibleAt } from './get-article.ts';
import { nameIn } from './names.ts';
import { pictureColumns, pictureOf } from './media/picture-of.ts';
import { store, type Store } from '../db/store.ts';

/**
 * One revision as readers would see it: for a preview, which has checked the permission. It must not be used
 * for public pages: it does not check whether the article is public.
 * @param version - null: the newest
 * @returns null when there is no such article or revision
 */
export async function getRevision(
  articleId: number,
  version: number | null,
  from: Store = store(),
): Promise<Article | null> {
  const { database, clock } = from;
  const [row] = await database
    .select({
      ...cardColumns,
      storyKey: stories.key,
      version: articles.version,
      updatedAt: articles.updatedAt,
      seoTitle: articles.seoTitle,
      seoDescription: articles.seoDescription,
      translations: translationsVisibleAt(clock.now()),
    })
    .from(articles)
    .innerJoin(stories, eq(stories.id, articles.storyId))
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .leftJoin(images, eq(images.id, articles.imageId))
    .where(eq(articles.id, articleId));
  if (!row) return null;
  const [revision] = await database
    .select()
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), eq(revisions.version, version ?? row.version)));
  if (!revision) return null;
  const { headline, standfirst, kicker, body, details } = revision;
  const corrected = await database
    .select()
    .from(corrections)
    .where(eq(corrections.articleId, articleId))
    .orderBy(corrections.at);
  const card = cardOf(row);
  return {
    ...card,
    headline,
    standfirst,
    kicker,
    publishedAt: card.publishedAt || clock.now().toISOString(),
    readingMinutes: readingMinutes(plainText(body)),
    ...(details && {
      authors: await namesOf(from, authors, details.authors, row.locale),
      image: await leadOf(from, details.image),
    }),
    storyKey: row.storyKey,
    updatedAt: row.updatedAt?.toISOString() ?? null,
    body,
    pictures: await picturesOf(body.content, from),
    topics: await namesOf(from, topics, details?.topics ?? [], row.locale),
    corrections: corrected.map(({ at, text }) => ({ at: at.toISOString(), text })),
    translations: LOCALES.flatMap((locale) => {
      if (locale === row.locale) return [{ locale, slug: row.slug }];
      // Null when none is visible.
      return row.translations?.filter((translation) => translation.locale === locale) ?? [];
    }),
    seo: {
      title: details?.seoTitle ?? row.seoTitle,
      description: details?.seoDescription ?? row.seoDescription,
    },
  };
}

async function namesOf(
  { database }: Store,
  table: typeof authors | typeof topics,
  slugs: string[],
  locale: Locale,
): Promise<{ slug: string; name: string }[]> {
  if (slugs.length === 0) return [];
  const rows = await database
    .select({ slug: table.slug, names: table.names })
    .from(table)
    .where(inArray(table.slug, slugs));
  const names = new Map(rows.map((row) => [row.slug, nameIn(row.names, locale, row.slug)]));
  return slugs.map((slug) => ({ slug, name: names.get(slug) ?? slug }));
}

async function leadOf(
  { database }: Store,
  image: Details['image'],
): Promise<CaptionedPicture | null> {
  if (!image) return null;
  const [row] = await database
    .select(pictureColumns)
    .from(images)
    .where(eq(images.id, image.imageId));
  return row ? { ...image, ...pictureOf(row) } : null;
}
