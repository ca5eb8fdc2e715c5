import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { begin, change, joinAs, revision } from '../support/newsroom.ts';
import { DATA_DIR } from '../support/portal.ts';
import { expect, test } from '../support/test.ts';

/** Pairs of a preview and a reader’s page asked for at once; `PAIRS=5000` for the trial of it. */
const PAIRS = Number(process.env['PAIRS'] ?? 200);
const AT_ONCE = 10;
const RUN = Date.now().toString(36);
const CANARY = `painite${RUN}`;

test('a preview and a public page that are asked for at once never show each other’s text', async ({
  request,
  playwright,
}) => {
  test.setTimeout(90_000 + PAIRS * 500);
  await joinAs(request, 'editor-in-chief');
  const id = await begin(request, `Open water ${RUN}`);
  await change(request, `articles/${id}/publish`, { version: 1 });
  await change(request, `articles/${id}/save-markdown`, {
    version: 1,
    draft: revision(`${CANARY} water`, { markdown: `A ${CANARY} stands here.` }),
  });
  const { token } = await change<{ token: string }>(request, `articles/${id}/preview-link`, {
    version: null,
    days: 1,
  });
  const { baseURL } = test.info().project.use;
  const reader = await playwright.request.newContext(baseURL ? { baseURL } : {});
  const preview = `/en/preview/${token}`;
  const own = `/en/newsroom/article/${id}/preview/page`;
  const open = `/en/post/open-water-${RUN}`;
  for (let done = 0; done < PAIRS; done += AT_ONCE) {
    // In every other round a correction invalidates the page, so it is rendered at the same time as the preview.
    if ((done / AT_ONCE) % 2 === 0)
      await change(request, `articles/${id}/correct`, { text: `Turn ${done}` });
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, index) => {
        const path = [open, '/en', '/en/corrections', `${open}?_rsc=1`][index % 4] ?? open;
        const [draft, page] = await Promise.all([
          index % 5 === 0 ? request.get(own) : reader.get(preview),
          reader.get(path, { headers: index % 3 === 0 ? { rsc: '1' } : {} }),
        ]);
        expect(await draft.text()).toContain(CANARY);
        expect(draft.headers()['cache-control']).toContain('no-store');
        expect([path, page.status(), (await page.text()).includes(CANARY)]).toEqual([
          path,
          200,
          false,
        ]);
      }),
    );
  }
  // Nor does a word of it lie in what the framework keeps on disk, or where readers reach.
  for (const folder of ['.next/cache', '.next/server/app', '.next/served', join(DATA_DIR, 'media')])
    expect(filesWith(folder, CANARY)).toEqual([]);
  await change(request, `articles/${id}/withdraw`, { reason: 'End of the test' });
  await reader.dispose();
});

/** Files under a folder that hold a word. */
function filesWith(folder: string, word: string): string[] {
  let entries;
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    // One that is not there holds nothing.
    return [];
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(word));
}
