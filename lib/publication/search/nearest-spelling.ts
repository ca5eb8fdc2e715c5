import { sql } from 'drizzle-orm';
import { textConfigurationOf } from '../../content/search-text.ts';
import type { Database, Transaction } from '../../db/client.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { Store } from '../../db/store.ts';
import { visibleAt } from '../visibility.ts';

/**
 * The query with each unknown word replaced by the most similar word of the headlines; null when there is
 * none. A word is used only when a visible article contains it: the table also has words of drafts.
 */
export async function nearestSpelling(
  tx: Database | Transaction,
  { clock }: Store,
  locale: Locale,
  terms: readonly string[],
): Promise<string | null> {
  const rows = await tx.execute<{ term: string; near: [string, string] | null }>(sql`
    select asked.term, (
      select json_build_array(near.word, near.spelling) from (
        select word, coalesce(spelling, word), row_number() over (order by similarity(word, asked.term) desc, articles desc, word)
        from search_words where locale = ${locale} and word % asked.term order by 2 limit 5
      ) as near(word, spelling, place)
      where exists (
        select 1 from article_search join articles on articles.id = article_search.article_id
        where article_search.locale = ${locale} and ${visibleAt(clock.now())}
          and article_search.document @@ plainto_tsquery(${textConfigurationOf(locale)}::regconfig, near.word))
      order by near.place limit 1
    ) as near
    from jsonb_array_elements_text(${JSON.stringify(terms)}::text::jsonb) as asked(term)`);
  const proposed = rows.map(({ term, near }) => near?.[1] ?? term);
  return rows.some(({ term, near }) => near !== null && near[0] !== term)
    ? proposed.join(' ')
    : null;
}
