/** Searching 20,000 stories, and what is suggested while one types. */
import { say, type Table } from '../harness.ts';
import { measure } from '../load.ts';

const WORDS = ['harbour', 'council', 'ferry winter', 'orchard', 'museum', 'hospital election'];

export const run: Table = async (bench) => {
  const { site, pid } = await bench.synthetic();
  const database = { tree: bench.owner() };
  const questions = (n: number) => ({
    url: `${site}/en/search?q=${encodeURIComponent(WORDS[n % WORDS.length] ?? '')}`,
  });
  await measure([pid], 20, questions);
  console.log(`\nSearch over ${bench.stories} stories`);
  say('search, portal and database', await measure([pid, database], 200, questions));
  say('search, portal alone', await measure([pid], 200, questions));
  say(
    'suggestions, portal and database',
    await measure([pid, database], 300, (n) => ({
      url: `${site}/api/suggestions/en?q=${['harb', 'coun', 'ferr'][n % 3]}`,
    })),
  );
};
