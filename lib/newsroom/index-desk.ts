import { eq, inArray, sql } from 'drizzle-orm';
import type { Draft } from '../content/draft/draft.ts';
import { plainText } from '../content/body/plain-text.ts';
import { SEARCH_RULES, searchText, TEXT_CONFIGURATIONS } from '../content/search-text.ts';
import type { Transaction } from '../db/client.ts';
import { articles } from '../db/schema/articles.ts';
import { deskSearch } from '../db/schema/desk-search.ts';

/** Letters of the body that are searched, as of what readers search. */
const INDEXED_BODY = 60_000;

/**
 * Has the desk find an article by what its newest text says. Only what readers do not see stands in this
 * index: once it is published, the readers' index holds it, and {@link forgetDraftWords} takes it out.
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
  const configuration = sql.raw(`'${TEXT_CONFIGURATIONS[row.locale]}'::regconfig`);
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

/** What was saved is published: the readers' index finds it from now on. */
export async function forgetDraftWords(
  tx: Transaction,
  ...articleIds: readonly number[]
): Promise<void> {
  await tx.delete(deskSearch).where(inArray(deskSearch.articleId, [...articleIds]));
}
