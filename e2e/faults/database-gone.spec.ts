import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@playwright/test';
import { startSecondPortal } from '../support/second-portal.ts';

/** Milliseconds that a restart of the embedded database may take on a machine that does much else. */
const RECOVERY = 60_000;

/** Milliseconds that a reader may wait for the answer that a page cannot be rendered. */
const PATIENCE = 3000;

/**
 * Kills the database with everything that belongs to it, and keeps a new one from starting: the lock of its
 * folder is ours before the portal has a process ready that asks for it.
 * @returns gives the folder free
 */
function takeDatabaseAway(dataDir: string, ownerPid: number): () => void {
  process.kill(-ownerPid, 'SIGKILL');
  const lock = new DatabaseSync(join(dataDir, 'database', 'owner.lock'), { timeout: 10_000 });
  lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  return () => lock.close();
}

test('without its database the portal serves what it has, says what it cannot, and recovers by itself', async ({
  request,
  page,
}) => {
  test.setTimeout(240_000);
  const portal = await startSecondPortal(11);
  const status = async (path: string) => (await request.get(portal.site + path)).status();
  const WARM = ['/en', '/hy', '/en/post/warm', '/hy/post/warm', '/en/category/world'];
  try {
    for (const path of WARM) expect([path, await status(path)]).toEqual([path, 200]);
    const giveBack = takeDatabaseAway(portal.dataDir, portal.ownerPid());
    try {
      for (const path of WARM) expect([path, await status(path)]).toEqual([path, 200]);
      expect(await status('/api/health/live')).toBe(200);
      expect(await status('/api/health/ready')).toBe(503);
      for (const [path, sentence, retry] of [
        ['/en/post/cold', 'This page cannot be shown just now', 'Try again'],
        ['/ru/category/world', 'Страницу сейчас не удаётся показать', 'Попробовать ещё раз'],
        ['/hy/post/cold', 'Այս պահին էջը հնարավոր չէ ցուցադրել', 'Փորձել նորից'],
        ['/az', 'Səhifəni indi göstərmək mümkün olmadı', 'Yenidən cəhd et'],
      ] as const) {
        const answer = await page.goto(portal.site + path);
        expect([path, answer?.status()]).toEqual([path, 503]);
        expect(answer?.headers()).toMatchObject({
          'cache-control': 'no-store',
          'retry-after': '30',
        });
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(sentence);
        await expect(page.getByRole('link', { name: retry })).toHaveAttribute('href', '');
        await expect(page.locator('html')).toHaveAttribute('lang', path.slice(1, 3));
        expect(await page.content()).not.toMatch(/ECONN|ENOENT|at \w+ \(|postgres/);
      }
      for (const path of [
        '/api/suggestions/en?q=text',
        '/api/categories/en/world?page=1',
        '/api/views/1',
      ])
        expect([path, await status(path)]).toEqual([path, 503]);
      // After many tries, too, the answer comes at once: the wait for the next try does not grow.
      const askedAt = performance.now();
      for (let time = 0; time < 5; time++) expect(await status('/en/post/cold')).toBe(503);
      expect(performance.now() - askedAt).toBeLessThan(5 * PATIENCE);
    } finally {
      giveBack();
    }
    await expect.poll(() => status('/api/health/ready'), { timeout: RECOVERY }).toBe(200);
    await expect.poll(() => status('/hy/post/cold'), { timeout: RECOVERY }).toBe(200);
    expect(await status('/en/search?q=text')).toBe(200);
    expect(await status('/en/post/warm')).toBe(200);
  } finally {
    await portal.stop();
  }
});
