import { sql } from 'drizzle-orm';
import type { Body } from '../content/body.ts';
import { plainText } from '../content/plain-text.ts';
import { searchText, searchWords, TEXT_CONFIGURATIONS } from '../content/search-text.ts';
import type { Transaction } from '../db/client.ts';
import { LOCALES, type Locale } from '../i18n/locales.ts';

/** What of an article can be searched for. */
export interface Searchable {
  articleId: number;
  locale: Locale;
  headline: string;
  standfirst: string | null;
  kicker: string | null;
  body: Body;
}

/** Letters of the body that are searched: what lies beyond is the tail of a very long read. */
const INDEXED_BODY = 60_000;
/** Letters of the shortest word whose spelling is worth proposing. */
const SHORTEST_WORD = 3;

/** Writes the searchable words of articles, and the words that a misspelling may have meant. */
export async function indexSearch(tx: Transaction, articles: readonly Searchable[]): Promise<void> {
  for (const locale of LOCALES) {
    const told = articles.filter((article) => article.locale === locale);
    if (told.length === 0) continue;
    const rows = told.map((article) => ({
      id: article.articleId,
      headline: searchText(article.headline, locale),
      lead: searchText([article.standfirst, article.kicker].join(' '), locale),
      body: searchText(plainText(article.body).slice(0, INDEXED_BODY), locale),
    }));
    const configuration = sql.raw(`'${TEXT_CONFIGURATIONS[locale]}'::regconfig`);
    await tx.execute(sql`
      insert into article_search (article_id, locale, document, headline)
      select id, ${locale},
        setweight(to_tsvector(${configuration}, headline), 'A')
          || setweight(to_tsvector(${configuration}, lead), 'B')
          || setweight(to_tsvector(${configuration}, body), 'C'),
        headline
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as told(id integer, headline text, lead text, body text)
      on conflict (article_id) do update
        set locale = excluded.locale, document = excluded.document, headline = excluded.headline`);
    await countWords(tx, locale, told);
  }
}

async function countWords(
  tx: Transaction,
  locale: Locale,
  told: readonly Searchable[],
): Promise<void> {
  const counts = new Map<string, number>();
  for (const { headline, standfirst } of told) {
    const words = searchWords(`${headline} ${standfirst ?? ''}`, locale);
    for (const word of new Set(words)) {
      if (word.length >= SHORTEST_WORD) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  // In one order in every transaction: two writers never wait for each other in a circle.
  const rows = [...counts].sort().map(([word, articles]) => ({ word, articles }));
  await tx.execute(sql`
    insert into search_words (locale, word, articles)
    select ${locale}, word, articles
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as counted(word text, articles integer)
    on conflict (locale, word) do update set articles = search_words.articles + excluded.articles`);
}
