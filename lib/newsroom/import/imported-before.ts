import { and, eq, inArray } from 'drizzle-orm';
import type { Database, Transaction } from '../../db/client.ts';
import { articles, stories } from '../../db/schema/articles.ts';
import type { Locale } from '../../i18n/locales.ts';

export interface ImportedBefore {
  slug: string;
  headline: string;
  sourceName: string | null;
  sourceHash: string | null;
}

/**
 * The existing articles among those of an import. They are found by their stories, whose keys have an index.
 * @param translations - the story keys and locales of the import's articles
 * @returns by `<story>.<locale>`
 */
export async function importedBefore(
  database: Database | Transaction,
  translations: readonly { story: string; locale: Locale }[],
): Promise<Map<string, ImportedBefore>> {
  if (translations.length === 0) return new Map();
  const rows = await database
    .select({
      story: stories.key,
      locale: articles.locale,
      slug: articles.slug,
      headline: articles.headline,
      sourceName: articles.sourceName,
      sourceHash: articles.sourceHash,
    })
    .from(stories)
    .innerJoin(articles, eq(articles.storyId, stories.id))
    .where(
      and(
        inArray(stories.key, [...new Set(translations.map(({ story }) => story))]),
        inArray(articles.locale, [...new Set(translations.map(({ locale }) => locale))]),
      ),
    );
  return new Map(rows.map((row) => [`${row.story}.${row.locale}`, row]));
}

const FOLDER = 'came from a folder';

/** The source of an article, as a phrase: a site by its key, a folder, or the newsroom itself. */
function originOf(sourceName: string | null): string {
  if (sourceName === null) return 'was written in the newsroom';
  const site = /^(wordpress|ghost):([^:]+):/.exec(sourceName);
  return site ? `came from the site ${site[2]} (${site[1]})` : FOLDER;
}

/**
 * Why an article must not be overwritten by another of its story and locale; null when it is the same one.
 * A file of a folder may be renamed, since the file itself names its story; a post of a site may not.
 * @param present - the source name of the existing article; null: written in the newsroom
 * @param coming - the source name of the imported article
 */
export function heldBy(present: string | null, coming: string): string | null {
  if (present === coming) return null;
  const [held, own] = [originOf(present), originOf(coming)];
  const isSame = held === own && own === FOLDER;
  return isSame
    ? null
    : `its place is held by an article that ${held}; --overwrite writes over such articles`;
}
