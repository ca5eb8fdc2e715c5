/** Writes the rows of imported articles: new ones are inserted together, existing ones are updated. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { articles, slugHistory } from '../../db/schema/articles.ts';
import { chooseSlugs } from '../choose-slugs.ts';
import { rowOf } from './article-row.ts';
import type { WrittenArticle } from './import-parts.ts';
import type { StoryRow } from './import-stories.ts';
import type { ImportedArticle, ImportOutcome } from './imported-article.ts';

/** An article of the batch that exists already. */
export interface PresentArticle {
  id: number;
  slug: string;
  version: number;
}

/** The existing articles of a batch, by {@link keyIn}. */
export async function presentArticles(
  tx: Transaction,
  batch: readonly ImportedArticle[],
  storyIds: ReadonlyMap<string, StoryRow>,
): Promise<Map<string, PresentArticle>> {
  const ids = [...new Set([...storyIds.values()].map(({ id }) => id))];
  const locales = [...new Set(batch.map(({ frontMatter }) => frontMatter.locale))];
  const rows = await tx
    .select({
      id: articles.id,
      storyId: articles.storyId,
      locale: articles.locale,
      slug: articles.slug,
      version: articles.version,
    })
    .from(articles)
    .where(and(inArray(articles.storyId, ids), inArray(articles.locale, locales)));
  return new Map(rows.map((row) => [`${row.storyId}:${row.locale}`, row]));
}

/** An article's story and locale. */
const keyIn = (storyIds: ReadonlyMap<string, StoryRow>, { frontMatter }: ImportedArticle) =>
  `${storyIds.get(frontMatter.story)?.id}:${frontMatter.locale}`;

/**
 * Writes the rows of a batch, each with a slug of its own.
 * @returns the outcome of each article in the order of `batch`, and the articles that were not refused
 */
export async function writeRows(
  tx: Transaction,
  batch: readonly ImportedArticle[],
  storyIds: ReadonlyMap<string, StoryRow>,
  present: ReadonlyMap<string, PresentArticle>,
): Promise<{ outcomes: ImportOutcome[]; written: WrittenArticle[] }> {
  const slugs = await chooseSlugs(
    tx,
    batch.map((article) => ({
      locale: article.frontMatter.locale,
      headline: article.frontMatter.headline,
      fallback: article.frontMatter.story,
      asked: article.frontMatter.slug,
      preferred: article.preferredSlug,
      present: present.get(keyIn(storyIds, article)),
    })),
  );
  const outcomes: ImportOutcome[] = [];
  const written: WrittenArticle[] = [];
  const inserts: Insert[] = [];
  for (const [index, article] of batch.entries()) {
    const slug = slugs[index];
    const { sourceName } = article;
    if (!slug?.ok) {
      outcomes.push({
        kind: 'refused',
        sourceName,
        reason: slug?.refusal ?? 'no slug could be made',
      });
      continue;
    }
    const story = storyIds.get(article.frontMatter.story);
    if (!story) throw new Error(`No story was written for ${sourceName}.`);
    const row = rowOf(article, story, slug.value);
    const former = present.get(keyIn(storyIds, article));
    outcomes.push({ kind: former ? 'changed' : 'created', sourceName, slug: slug.value });
    if (!former) {
      inserts.push({ article, slug: slug.value, row });
      continue;
    }
    await keepFormerSlug(tx, former, slug.value, article);
    const version = former.version + 1;
    await tx
      .update(articles)
      .set({ ...row, version, ...(row.publishedVersion && { publishedVersion: version }) })
      .where(eq(articles.id, former.id));
    written.push({ article, id: former.id, slug: slug.value, version });
  }
  return { outcomes, written: [...written, ...(await insertAll(tx, inserts))] };
}

interface Insert {
  article: ImportedArticle;
  slug: string;
  row: typeof articles.$inferInsert;
}

async function insertAll(tx: Transaction, inserts: readonly Insert[]): Promise<WrittenArticle[]> {
  if (inserts.length === 0) return [];
  const ids = await tx
    .insert(articles)
    .values(inserts.map(({ row }) => row))
    .returning({ id: articles.id });
  return inserts.map(({ article, slug }, index) => ({
    article,
    id: ids[index]?.id ?? 0,
    slug,
    version: 1,
  }));
}

/** Stores the slug that an article leaves as a redirect to its new one. */
async function keepFormerSlug(
  tx: Transaction,
  former: PresentArticle,
  slug: string,
  { frontMatter: { locale } }: ImportedArticle,
): Promise<void> {
  if (former.slug === slug) return;
  await tx
    .insert(slugHistory)
    .values({ locale, slug: former.slug, articleId: former.id })
    .onConflictDoUpdate({
      target: [slugHistory.locale, slugHistory.slug],
      set: { articleId: former.id, until: sql`now()` },
    });
}
