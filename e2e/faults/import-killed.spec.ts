/** An import of another system's export that is killed begins where it stopped, and ends as if nobody had. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { portalEnvironment } from '../support/portal.ts';

const POSTS = 500;
/** How often it is killed, each time a little further on. */
const KILLS = 2;

const numbers = Array.from({ length: POSTS }, (_, at) => at + 1);
const wxr = () =>
  `<rss><channel><link>https://old.example</link>${numbers
    .map(
      (id) =>
        `<item><title>Post ${id}</title><link>https://old.example/${id}/</link><content:encoded>Text of ${id}</content:encoded><wp:post_id>${id}</wp:post_id><wp:post_date_gmt>2020-01-01 00:00:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`,
    )
    .join('')}</channel></rss>`;
const ghost = () =>
  JSON.stringify({
    db: [
      {
        data: {
          posts: numbers.map((id) => ({
            id: String(id),
            title: `Post ${id}`,
            slug: `post-${id}`,
            html: `<p>Text of ${id}</p>`,
            type: 'post',
            status: 'published',
            visibility: 'public',
            published_at: '2020-01-01T00:00:00.000Z',
          })),
        },
      },
    ],
  });

for (const [name, content] of [
  ['export.xml', wxr],
  ['export.json', ghost],
] as const) {
  test(`an import of ${name} that is killed ${KILLS} times loses and doubles nothing`, async () => {
    test.setTimeout(300_000);
    const folder = mkdtempSync(join(tmpdir(), 'caliber-killed-'));
    const file = join(folder, name);
    const redirects = join(folder, 'redirects.csv');
    writeFileSync(file, content());
    const env = { ...process.env, ...portalEnvironment, DATA_DIR: join(folder, 'data') };
    const command = ['lib/cli/portal.ts', 'import', file, '--category', 'society', '--site', 'https://old.example', '--redirects', redirects]; // prettier-ignore
    const counts = () => {
      const { stdout } = spawnSync(process.execPath, command, { encoding: 'utf8', env });
      const [, created, changed, unchanged, faulty] =
        /(\d+) new, (\d+) changed, (\d+) unchanged, (\d+) faulty/.exec(stdout)?.map(Number) ?? [];
      return { created, changed, unchanged, faulty };
    };
    try {
      for (let kill = 1; kill <= KILLS; kill++) {
        const child = spawn(process.execPath, command, { env, stdio: 'ignore' });
        const gone = once(child, 'exit');
        // It writes there what is in the database, a hundred posts at a time: it gets a little further each time.
        const lines = 3000 * kill;
        const written = () => statSync(`${redirects}.part`, { throwIfNoEntry: false })?.size ?? 0;
        while (written() < lines && child.exitCode === null) await sleep(2);
        child.kill('SIGKILL');
        expect(await gone).toEqual([null, 'SIGKILL']);
        // Half a map would lead half of the readers nowhere.
        expect(existsSync(redirects)).toBe(false);
        rmSync(`${redirects}.part`, { force: true });
      }
      const rest = counts();
      expect(rest).toMatchObject({ changed: 0, faulty: 0 });
      expect(rest.unchanged).toBeGreaterThan(0);
      expect(rest.created).toBeGreaterThan(0);
      expect((rest.created ?? 0) + (rest.unchanged ?? 0)).toBe(POSTS);
      const map = readFileSync(redirects, 'utf8');
      expect(new Set(map.trim().split('\n')).size).toBe(POSTS + 1);
      expect(counts()).toEqual({ created: 0, changed: 0, unchanged: POSTS, faulty: 0 });
      expect(readFileSync(redirects, 'utf8')).toBe(map);
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    }
  });
}
