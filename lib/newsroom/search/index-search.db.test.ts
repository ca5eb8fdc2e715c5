import { expect, test } from 'vitest';
import { fixedClock } from '../../clock.ts';
import { testDatabase } from '../../db/testing.ts';
import { searchArticles } from '../../publication/search/search.ts';
import { importArticles } from '../import/import-articles.ts';
import { someArticle } from '../testing.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
const from = { database, clock };

test('words of unpublished articles are not proposed as a spelling', async () => {
  await importArticles(
    database,
    [
      { story: 'a', headline: 'The quillwort affair', status: 'draft' as const },
      { story: 'b', headline: 'The harbour affair' },
    ].map(someArticle),
    [],
  );
  const asked = (text: string) =>
    ({ text, category: null, period: 'any', order: 'relevance', page: 1 }) as const;
  expect(await searchArticles('en', asked('quillwart'), from)).toMatchObject({ spelling: null });
  expect(await searchArticles('en', asked('harbuor'), from)).toMatchObject({ spelling: 'harbour' });
});
