import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { articles, stories } from '../db/schema/articles.ts';
import type { Locale } from '../i18n/locales.ts';

export interface ImportedBefore {
  slug: string;
  sourceName: string | null;
  sourceHash: string | null;
}

/**
 * What is there of an import's articles. They are found by their stories, whose keys have an index.
 * @returns by `<story>.<locale>`
 */
export async function importedBefore(
  database: Database,
  tellings: readonly { story: string; locale: Locale }[],
): Promise<Map<string, ImportedBefore>> {
  if (tellings.length === 0) return new Map();
  const rows = await database
    .select({
      story: stories.key,
      locale: articles.locale,
      slug: articles.slug,
      sourceName: articles.sourceName,
      sourceHash: articles.sourceHash,
    })
    .from(stories)
    .innerJoin(articles, eq(articles.storyId, stories.id))
    .where(
      and(
        inArray(stories.key, [...new Set(tellings.map(({ story }) => story))]),
        inArray(articles.locale, [...new Set(tellings.map(({ locale }) => locale))]),
      ),
    );
  return new Map(rows.map((row) => [`${row.story}.${row.locale}`, row]));
}
