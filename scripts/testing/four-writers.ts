/** The writers of a trial, and the check that what was acknowledged to them is kept. */
import { setTimeout as sleep } from 'node:timers/promises';
import { joinNewsroom, type Journalist } from './journalist.ts';
import { START_LIMIT } from './trial-portal.ts';
import { wordsOf } from '../../lib/content/draft/words-of-draft.ts';
import type { WorkingArticle } from '../../lib/content/desk/desk.ts';
import { Writer } from './writer.ts';

/** Two writers each on an article of their own, and two on one. */
export async function beginWriting(
  site: string,
  env: NodeJS.ProcessEnv,
): Promise<{ writers: Writer[]; cookie: string }> {
  const people: Journalist[] = [];
  for (let number = 1; number <= 4; number++) {
    const email = `writer-${number}@caliber.example`;
    people.push(await joinNewsroom(site, env, { role: 'editor', email }));
  }
  const begin = async (person: Journalist) => {
    const input = { locale: 'en', category: 'sport', headline: 'Under fire' };
    return (await person.send<{ id: number }>('articles', input)).id;
  };
  const [first, second, third, fourth] = people as [Journalist, Journalist, Journalist, Journalist];
  const shared = await begin(third);
  const places = [
    [first.cookie, await begin(first), 0],
    [second.cookie, await begin(second), 0],
    [third.cookie, shared, 0],
    [fourth.cookie, shared, 1],
  ] as const;
  const writers = places.map(
    ([cookie, articleId, place], number) =>
      new Writer({ site, cookie, name: `p${number}`, articleId, place }),
  );
  return { writers, cookie: first.cookie };
}

/** Waits until one more save is acknowledged: finds a portal that is ready but accepts nothing. */
export async function untilSaved(writers: readonly Writer[]): Promise<void> {
  const before = countSaved(writers);
  const deadline = performance.now() + START_LIMIT;
  while (countSaved(writers) <= before) {
    if (performance.now() > deadline) {
      const faults = writers.map(({ fault }) => fault).join(', ');
      throw new Error(`No save was taken any more: ${faults}`);
    }
    await sleep(5);
  }
}

export const countSaved = (writers: readonly Writer[]): number =>
  writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);

/** Adds to `lost` each word that was acknowledged by now and is not there. */
export async function findLost(
  site: string,
  cookie: string,
  writers: readonly Writer[],
  lost: string[],
): Promise<void> {
  const known = writers.map(
    ({ acknowledged, articleId }) => [articleId, [...acknowledged]] as const,
  );
  for (const [articleId, acknowledged] of known) {
    const words = wordsOf((await read(site, cookie, articleId)).draft);
    for (const word of acknowledged) if (!words.has(word) && !lost.includes(word)) lost.push(word);
  }
}

/** An article as the newsroom has it; a portal that is just back may still say that its database is not. */
async function read(site: string, cookie: string, articleId: number): Promise<WorkingArticle> {
  const deadline = performance.now() + START_LIMIT;
  for (;;) {
    const address = `${site}/api/newsroom/articles/${articleId}`;
    const response = await fetch(address, { headers: { cookie } }).catch(() => null);
    if (response?.ok) return (await response.json()) as WorkingArticle;
    if (performance.now() > deadline) throw new Error(`The article answers ${response?.status}.`);
    await sleep(50);
  }
}
