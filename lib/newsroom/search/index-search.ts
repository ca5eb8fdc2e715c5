import { sql } from 'drizzle-orm';
import type { Body } from '../../content/body/body.ts';
import { plainText } from '../../content/body/plain-text.ts';
import {
  SEARCH_RULES,
  searchText,
  spelledWords,
  textConfigurationOf,
} from '../../content/search-text.ts';
import type { Transaction } from '../../db/client.ts';
import { LOCALES, type Locale } from '../../i18n/locales.ts';

/** The searchable texts of an article. */
export interface Searchable {
  articleId: number;
  locale: Locale;
  headline: string;
  standfirst: string | null;
  kicker: string | null;
  body: Body;
}

/** Characters of the body that are indexed: only the end of a very long article exceeds them. */
const INDEXED_BODY = 60_000;
/** Letters of the shortest word that is proposed as a spelling correction. */
const SHORTEST_WORD = 3;

/** Writes articles to the readers' search index, and their words to the table of spelling corrections. */
export async function indexSearch(tx: Transaction, articles: readonly Searchable[]): Promise<void> {
  for (const locale of LOCALES) {
    const articlesOfLocale = articles.filter((article) => article.locale === locale);
    if (articlesOfLocale.length === 0) continue;
    const rows = articlesOfLocale.map((article) => ({
      id: article.articleId,
      headline: searchText(article.headline, locale),
      lead: searchText([article.standfirst, article.kicker].join(' '), locale),
      body: searchText(plainText(article.body).slice(0, INDEXED_BODY), locale),
    }));
    const configuration = sql.raw(`'${textConfigurationOf(locale)}'::regconfig`);
    await tx.execute(sql`
      insert into article_search (article_id, locale, document, headline, rules)
      select id, ${locale},
        setweight(to_tsvector(${configuration}, headline), 'A')
          || setweight(to_tsvector(${configuration}, lead), 'B')
          || setweight(to_tsvector(${configuration}, body), 'C'),
        headline, ${SEARCH_RULES}
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as entry(id integer, headline text, lead text, body text)
      on conflict (article_id) do update
        set locale = excluded.locale, document = excluded.document, headline = excluded.headline,
          rules = excluded.rules`);
    await countWords(tx, locale, articlesOfLocale);
  }
}

async function countWords(
  tx: Transaction,
  locale: Locale,
  articlesOfLocale: readonly Searchable[],
): Promise<void> {
  const counts = new Map<string, { spelling: string; articles: number }>();
  for (const { headline, standfirst } of articlesOfLocale) {
    for (const [word, spelling] of spelledWords(`${headline} ${standfirst ?? ''}`, locale)) {
      if (word.length < SHORTEST_WORD) continue;
      counts.set(word, { spelling, articles: (counts.get(word)?.articles ?? 0) + 1 });
    }
  }
  // The same order in every transaction, so that two writers cannot deadlock.
  const rows = [...counts.keys()].sort().map((word) => ({ word, ...counts.get(word) }));
  await tx.execute(sql`
    insert into search_words (locale, word, spelling, articles)
    select ${locale}, word, spelling, articles
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as counted(word text, spelling text, articles integer)
    on conflict (locale, word) do update
      set articles = search_words.articles + excluded.articles,
        spelling = coalesce(search_words.spelling, excluded.spelling)`);
}
