import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { portalEnvironment } from '../support/portal.ts';

/** Milliseconds within which readers see what was imported: the promise is two seconds. */
const SOON = 2000;

test('what is imported while the portal serves is soon on its page, its list and the front; a new slug leads on', async ({
  request,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'caliber-live-'));
  const put = (headline: string, slug: string) => {
    writeFileSync(
      join(folder, 'live.en.md'),
      `---\nstory: live\nlocale: en\ncategory: world\nheadline: "${headline}"\nslug: ${slug}\npublishedAt: 2026-11-24T06:30:00+04:00\n---\n\nText.\n`,
    );
    execFileSync(process.execPath, ['lib/cli/portal.ts', 'import', folder], {
      env: { ...process.env, ...portalEnvironment },
    });
  };
  const shown = async (path: string) => (await request.get(path)).text();
  await shown('/en');
  await shown('/en/category/world');
  expect((await request.get('/en/post/wire')).status()).toBe(404);

  put('Fresh from the wire', 'wire');
  for (const path of ['/en', '/en/category/world', '/en/post/wire']) {
    await expect.poll(() => shown(path), { timeout: SOON }).toContain('Fresh from the wire');
  }
  put('Corrected on the wire', 'wire-corrected');
  await expect.poll(() => shown('/en'), { timeout: SOON }).toContain('Corrected on the wire');
  const moved = await request.get('/en/post/wire', { maxRedirects: 0 });
  expect([moved.status(), moved.headers()['location']]).toEqual([308, '/en/post/wire-corrected']);
});
