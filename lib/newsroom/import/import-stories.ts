/** The stories of an imported batch: found by their key, or created. */
import { eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { articles, stories } from '../../db/schema/articles.ts';
import { categories } from '../../db/schema/categories.ts';
import type { Appearance } from '../../events/appearance.ts';
import { readAllAppearances } from '../read-appearances.ts';
import type { ImportedArticle } from './imported-article.ts';

export interface StoryRow {
  id: number;
  categoryId: number;
}

/**
 * Finds or creates the batch's stories; when a story changes its category, its translations do too.
 * @param before - where readers found the articles of stories that change their category, to be added to
 * @returns the stories by key, and the ids of those articles
 */
export async function upsertStories(
  tx: Transaction,
  batch: readonly ImportedArticle[],
  before: Appearance[],
): Promise<{ storyIds: Map<string, StoryRow>; moved: number[] }> {
  const categoryRows = await tx
    .select({ id: categories.id, slug: categories.slug })
    .from(categories);
  const categoryIds = new Map(categoryRows.map((row) => [row.slug, row.id]));
  const wanted = new Map(
    batch.map(({ frontMatter }) => [frontMatter.story, categoryIds.get(frontMatter.category) ?? 0]),
  );
  await tx
    .insert(stories)
    .values([...wanted].map(([key, categoryId]) => ({ key, categoryId })))
    .onConflictDoNothing();
  const rows = await tx
    .select()
    .from(stories)
    .where(inArray(stories.key, [...wanted.keys()]));
  const storyIds = new Map<string, StoryRow>();
  const moved: number[] = [];
  for (const row of rows) {
    const categoryId = wanted.get(row.key) ?? row.categoryId;
    if (categoryId !== row.categoryId) {
      const ids = await articlesOfStory(tx, row.id);
      before.push(...(await readAllAppearances(tx, ids)));
      moved.push(...ids);
      await tx.update(stories).set({ categoryId }).where(eq(stories.id, row.id));
    }
    storyIds.set(row.key, { id: row.id, categoryId });
  }
  return { storyIds, moved };
}

async function articlesOfStory(tx: Transaction, storyId: number): Promise<number[]> {
  const rows = await tx
    .select({ id: articles.id })
    .from(articles)
    .where(eq(articles.storyId, storyId));
  return rows.map(({ id }) => id);
}
