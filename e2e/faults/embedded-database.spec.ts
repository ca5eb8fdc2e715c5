import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { placesIn } from '../../lib/db/embedded/places.ts';
import { signalTree } from '../../scripts/testing/databases.ts';
import { canFailDisks, makeFailingDisk } from '../../scripts/testing/failing-disk.ts';
import { joinNewsroom } from '../../scripts/testing/journalist.ts';
import { startSecondPortal } from '../support/second-portal.ts';

/** Milliseconds of silence after which a connection is given up (lib/db/client.ts), and what a busy machine adds. */
const SILENCE = 5000;
const SLACK = 5000;
const RECOVERY = 60_000;
/** Milliseconds for which the database is frozen: more than anything may wait. */
const FROZEN = 30_000;

const draft = (headline: string) => ({ locale: 'en', category: 'sport', headline });

test('while the embedded database is frozen for half a minute nothing hangs longer than its limit of silence', async () => {
  test.setTimeout(240_000);
  const portal = await startSecondPortal(43);
  const postmaster = Number.parseInt(
    readFileSync(join(placesIn(portal.dataDir).home, '18', 'postmaster.pid'), 'utf8'),
  );
  try {
    const editor = await joinNewsroom(portal.site, portal.env, {
      role: 'editor',
      email: 'frozen@desk.example',
    });
    expect((await fetch(`${portal.site}/en/post/warm`)).status).toBe(200);
    signalTree(postmaster, 'SIGSTOP');
    const frozenAt = performance.now();
    const longest: Record<string, number> = {};
    /** Asks again and again while it is frozen, and remembers the longest wait. */
    const wait = async (name: string, ask: () => Promise<unknown>) => {
      while (performance.now() - frozenAt < FROZEN) {
        const askedAt = performance.now();
        await ask();
        longest[name] = Math.max(longest[name] ?? 0, performance.now() - askedAt);
      }
    };
    const get = (path: string, status: number) => async () =>
      expect([path, (await fetch(portal.site + path)).status]).toEqual([path, status]);
    await Promise.all([
      wait('a kept page', get('/en/post/warm', 200)),
      wait('a new page', get('/hy/post/cold', 503)),
      wait('a search', get('/en/search?q=warm', 503)),
      wait('a save', () =>
        editor.send('articles', draft('Frozen')).then(
          () => Promise.reject(new Error('It was taken by a database that does not answer.')),
          (cause: Error) => expect(cause.message).toMatch(/^articles: 503 /),
        ),
      ),
    ]);
    for (const [name, milliseconds] of Object.entries(longest))
      expect(milliseconds, name).toBeLessThan(SILENCE + SLACK);
    expect(longest['a kept page']).toBeLessThan(2000);
    signalTree(postmaster, 'SIGCONT');
    await expect
      .poll(async () => (await fetch(`${portal.site}/hy/post/cold`)).status, { timeout: RECOVERY })
      .toBe(200);
    await editor.send('articles', draft('Thawed'));
  } finally {
    signalTree(postmaster, 'SIGCONT');
    await portal.stop();
  }
});

test('on a full disk what is there is read, what is written is refused in words, and all goes on once there is room', async () => {
  test.skip(!canFailDisks(), 'a small disk needs root and loop devices');
  test.setTimeout(240_000);
  mkdirSync('.test', { recursive: true });
  const folder = resolve(mkdtempSync('.test/full-disk-'));
  const disk = makeFailingDisk(folder, 420);
  const filler = join(disk.path, 'filler');
  // Root's share too: it ends when there is no room left.
  const fill = () => spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=16K']);
  const portal = await startSecondPortal(44, { DATA_DIR: join(disk.path, 'data') });
  let isServed = true;
  try {
    const editor = await joinNewsroom(portal.site, portal.env, {
      role: 'editor',
      email: 'full@desk.example',
    });
    const { id } = await editor.send<{ id: number }>('articles', draft('Before'));
    fill();
    // Each keeps a little more, until there is no room for one more.
    let refusal = '';
    for (let number = 0; number < 4000 && !refusal; number++)
      await editor
        .send('articles', draft(`Number ${number} ${'of a long headline '.repeat(8)}`))
        .catch((cause: Error) => (refusal = cause.message));
    expect(refusal).toMatch(/^articles: 50[37] \{"error":\{"code":"/);
    for (const path of ['/en', '/en/post/warm', '/hy/post/cold'])
      await expect
        .poll(async () => (await fetch(portal.site + path)).status, { timeout: RECOVERY })
        .toBe(200);
    rmSync(filler);
    await expect
      .poll(() => editor.send('articles', draft('After')).then(() => true, String), {
        timeout: RECOVERY,
      })
      .toBe(true);
    const kept = await fetch(`${portal.site}/api/newsroom/articles/${id}`, {
      headers: { cookie: editor.cookie },
    });
    expect(kept.status).toBe(200);

    // And a start on a full disk says so, or goes well.
    await portal.terminate();
    isServed = false;
    fill();
    const { status, stderr } = spawnSync(process.execPath, ['lib/cli/portal.ts', 'user', 'list'], {
      env: portal.env,
      encoding: 'utf8',
    });
    if (status !== 0) expect(stderr).toMatch(/is full: free some space|No space left/);
    expect(stderr).not.toMatch(/Aborted|ASSERTIONS|\n {4}at /);
  } finally {
    if (isServed) await portal.terminate();
    await disk.remove();
    rmSync(folder, { recursive: true, force: true });
  }
});
