import { expect, test } from 'vitest';
import { noteRead } from '../page-tags.ts';
import { cacheBefore } from './testing.ts';

/** A page that is in memory and invalidated, while its framework fails. */
async function stalePage() {
  const hung: (() => void)[] = [];
  const framework = { answers: 'at once' as 'at once' | 'never' | 'failing' };
  const { pageCache, clock, read } = await cacheBefore((_, response) => {
    noteRead(['article:7']);
    const { answers } = framework;
    if (answers === 'failing') response.statusCode = 500;
    if (answers === 'never') hung.push(() => response.end('late'));
    else response.end(answers === 'failing' ? '' : `render ${pageCache.counts.renders}`);
  });
  await read('/en/post/a');
  framework.answers = 'failing';
  pageCache.invalidate(['article:7']);
  const seen = async () => {
    const answer = await read('/en/post/a');
    return [answer.headers.get('x-caliber-stale'), await answer.text()];
  };
  return { clock, framework, hung, seen };
}

test('a page that cannot be rendered again is sent stale, and marked as stale', async () => {
  const { seen } = await stalePage();
  expect(await seen()).toEqual(['1', 'render 1']);
});

test('a reader of a page that is known to be stale does not wait for a silent database', async () => {
  const { clock, framework, hung, seen } = await stalePage();
  await seen();
  framework.answers = 'never';
  for (let time = 0; time < 3; time++) {
    clock.advance(1001);
    expect(await seen()).toEqual(['1', 'render 1']);
  }
  expect(hung).toHaveLength(1);
});

test('a render that answers late is what the next reader gets', async () => {
  const { clock, framework, hung, seen } = await stalePage();
  await seen();
  framework.answers = 'never';
  clock.advance(1001);
  await seen();
  hung[0]?.();
  await expect.poll(seen).toEqual([null, 'late']);
});
