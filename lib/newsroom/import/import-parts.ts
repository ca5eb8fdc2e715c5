import { and, eq, inArray } from 'drizzle-orm';
import type { Details } from '../../content/draft/draft.ts';
import type { Transaction } from '../../db/client.ts';
import {
  articleAuthors,
  articleTopics,
  corrections,
  revisions,
  slugHistory,
} from '../../db/schema/articles.ts';
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import type { ImportedArticle } from './imported-article.ts';
import { authorIds, topicIds } from './import-people.ts';
import { noteImageUses } from '../image-uses.ts';
import { importViews } from './import-views.ts';
import { forgetDraftWords } from '../search/index-desk.ts';
import { indexSearch } from '../search/index-search.ts';

/** An article whose row is written. */
export interface WrittenArticle {
  article: ImportedArticle;
  id: number;
  slug: string;
  version: number;
}

function detailsOf({ frontMatter, imageId }: ImportedArticle): Details {
  const { authors, topics, image, seo, embargoUntil } = frontMatter;
  return {
    authors: [...new Set(authors)],
    topics: [...new Set(topics)],
    image:
      imageId === null
        ? null
        : {
            imageId,
            alt: image?.alt ?? '',
            caption: image?.caption ?? null,
            credit: image?.credit ?? null,
          },
    seoTitle: seo.title ?? null,
    seoDescription: seo.description ?? null,
    embargoUntil: embargoUntil?.toISOString() ?? null,
  };
}

/** Writes the data that belongs to articles: authors, topics, corrections, the revision, views, search. */
export async function writeParts(
  tx: Transaction,
  written: readonly WrittenArticle[],
): Promise<void> {
  if (written.length === 0) return;
  const ids = written.map(({ id }) => id);
  for (const table of [articleAuthors, articleTopics, corrections]) {
    await tx.delete(table).where(inArray(table.articleId, ids));
  }
  for (const locale of LOCALES) {
    const ofLocale = written.filter(({ article }) => article.frontMatter.locale === locale);
    if (ofLocale.length > 0) await writeNames(tx, locale, ofLocale);
  }
  const correctionRows = written.flatMap(({ id, article }) =>
    article.frontMatter.corrections.map((correction) => ({ articleId: id, ...correction })),
  );
  if (correctionRows.length > 0) await tx.insert(corrections).values(correctionRows);
  await tx.insert(revisions).values(
    written.map(({ id, version, article }) => ({
      articleId: id,
      version,
      headline: article.frontMatter.headline,
      standfirst: article.frontMatter.standfirst ?? null,
      kicker: article.frontMatter.kicker ?? null,
      body: article.body,
      details: detailsOf(article),
      savedBy: 'import',
      reason: 'imported' as const,
    })),
  );
  await noteImageUses(
    tx,
    written.map(({ id, article }) => ({
      articleId: id,
      draft: { body: article.body, image: detailsOf(article).image },
    })),
  );
  await importViews(
    tx,
    written.flatMap(({ id, article: { frontMatter } }) => {
      const { publishedAt, views } = frontMatter;
      return publishedAt ? [{ articleId: id, publishedAt, views }] : [];
    }),
  );
  await forgetDraftWords(tx, ...written.map(({ id }) => id));
  await indexSearch(
    tx,
    written.map(({ id, article: { frontMatter, body } }) => ({
      articleId: id,
      locale: frontMatter.locale,
      headline: frontMatter.headline,
      standfirst: frontMatter.standfirst ?? null,
      kicker: frontMatter.kicker ?? null,
      body,
    })),
  );
}

/** Writes the authors and topics of articles of one locale, and takes their slugs from former articles. */
async function writeNames(
  tx: Transaction,
  locale: Locale,
  ofLocale: readonly WrittenArticle[],
): Promise<void> {
  const slugs = ofLocale.map(({ slug }) => slug);
  // The present slug of an article takes precedence over the former slug of another one.
  await tx
    .delete(slugHistory)
    .where(and(eq(slugHistory.locale, locale), inArray(slugHistory.slug, slugs)));
  const authorOf = await authorIds(
    tx,
    ofLocale.flatMap(({ article }) => article.frontMatter.authors),
    locale,
  );
  const topicOf = await topicIds(
    tx,
    ofLocale.flatMap(({ article }) => article.frontMatter.topics),
    locale,
  );
  const authorRows = ofLocale.flatMap(({ id, article }) =>
    [...new Set(article.frontMatter.authors)].map((slug, position) => ({
      articleId: id,
      authorId: authorOf.get(slug) ?? 0,
      position,
    })),
  );
  const topicRows = ofLocale.flatMap(({ id, article }) =>
    [...new Set(article.frontMatter.topics)].map((slug, position) => ({
      articleId: id,
      topicId: topicOf.get(slug) ?? 0,
      position,
    })),
  );
  if (authorRows.length > 0) await tx.insert(articleAuthors).values(authorRows);
  if (topicRows.length > 0) await tx.insert(articleTopics).values(topicRows);
}
