/** Counting a view. */
import { say, type Table } from '../harness.ts';
import { measure } from '../load.ts';

const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

export const run: Table = async (bench) => {
  const { site, pid } = await bench.synthetic();
  const count = () => ({
    url: `${site}/api/views/1`,
    method: 'POST',
    headers: { 'user-agent': BROWSER },
  });
  await measure([pid], 2000, count);
  console.log('\nViews');
  say('view counter', await measure([pid], 10_000, count));
};
