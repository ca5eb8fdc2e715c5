import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { fixedClock } from '../../clock.ts';
import { SEARCH_RULES } from '../../content/search-text.ts';
import { articleSearch, searchWords } from '../../db/schema/search.ts';
import { testDatabase } from '../../db/testing.ts';
import { searchArticles } from '../../publication/search/search.ts';
import { importArticles } from '../import/import-articles.ts';
import { reindexSearch } from './reindex-search.ts';
import { someArticle } from '../testing.ts';

const database = await testDatabase();
const from = { database, clock: fixedClock(new Date('2026-11-24T06:00:00Z')) };
const headlinesOf = async (text: string) => {
  const asked = { text, category: null, period: 'any', order: 'relevance', page: 1 } as const;
  const { hits } = await searchArticles('en', asked, from);
  return hits.map(({ article }) => article.headline);
};

test('after an upgrade every article is indexed by the new rules, once, however many processes do it', async () => {
  const headlines = Array.from({ length: 120 }, (_, at) => `Erdoğan visit ${at}`);
  await importArticles(
    database,
    headlines.map((headline, at) => someArticle({ story: `s${at}`, headline })),
    [],
  );
  // As the release before left them: diacritics in the words, no version of the rules.
  await database.execute(sql`update article_search set rules = 0, headline = 'erdoğan visit',
    document = to_tsvector('english', 'erdoğan visit')`);
  await database.delete(searchWords);
  expect(await headlinesOf('Erdogan')).toEqual([]);

  await Promise.all([1, 2, 3].map(() => reindexSearch(undefined, from)));
  await reindexSearch(undefined, from);
  expect(await headlinesOf('Erdogan')).toHaveLength(10);
  const old = await database
    .select()
    .from(articleSearch)
    .where(sql`rules <> ${SEARCH_RULES}`);
  expect(old).toEqual([]);
  const [word] = await database.select().from(searchWords).where(eq(searchWords.word, 'erdogan'));
  expect(word).toMatchObject({ spelling: 'erdoğan', articles: headlines.length });
  expect(await reindexSearch(undefined, from)).toBe(0);
});
