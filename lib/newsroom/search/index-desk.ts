import { eq, inArray, sql } from 'drizzle-orm';
import type { Draft } from '../../content/draft/draft.ts';
import { plainText } from '../../content/body/plain-text.ts';
import { SEARCH_RULES, searchText, textConfigurationOf } from '../../content/search-text.ts';
import type { Transaction } from '../../db/client.ts';
import { articles } from '../../db/schema/articles.ts';
import { deskSearch } from '../../db/schema/desk-search.ts';

/** Characters of the body that are indexed; the same number as for the readers' search. */
const INDEXED_BODY = 60_000;

/**
 * Indexes an article's newest text for the search of the desk. This index contains only texts that readers do
 * not see: a published text is in the readers' index, and {@link forgetDraftWords} removes it here.
 */
export async function indexDraftWords(
  tx: Transaction,
  articleId: number,
  draft: Pick<Draft, 'headline' | 'standfirst' | 'kicker' | 'body'>,
): Promise<void> {
  const [row] = await tx
    .select({ locale: articles.locale })
    .from(articles)
    .where(eq(articles.id, articleId));
  if (!row) return;
  const { headline, standfirst, kicker, body } = draft;
  const words = [headline, standfirst, kicker, plainText(body).slice(0, INDEXED_BODY)].join(' ');
  const configuration = sql.raw(`'${textConfigurationOf(row.locale)}'::regconfig`);
  await tx
    .insert(deskSearch)
    .values({
      articleId,
      document: sql`to_tsvector(${configuration}, ${searchText(words, row.locale)})`,
      rules: SEARCH_RULES,
    })
    .onConflictDoUpdate({
      target: deskSearch.articleId,
      set: { document: sql`excluded.document`, rules: SEARCH_RULES },
    });
}

/** Removes articles from the desk's index: their newest text is published and in the readers' index. */
export async function forgetDraftWords(
  tx: Transaction,
  ...articleIds: readonly number[]
): Promise<void> {
  await tx.delete(deskSearch).where(inArray(deskSearch.articleId, [...articleIds]));
}
