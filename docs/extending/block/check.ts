/** The box of the drill is on the page, in feeds, in the search and in what is exported. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Tools {
  ask: (path: string) => Promise<{ status: number; text: string }>;
  portal: (...args: string[]) => Promise<string>;
}

const BOX = '<aside><p>A <strong>quayside</strong> is a wall of stone.</p></aside>';

export async function check({ ask, portal }: Tools): Promise<void> {
  const page = await ask('/en/post/drill-with-a-box');
  assert.ok(page.text.includes(BOX), 'The page does not show the box.');
  const feed = JSON.parse((await ask('/en/feed.json')).text) as {
    items: { content_html: string }[];
  };
  const texts = feed.items.map((item) => item.content_html);
  assert.ok(
    texts.some((html) => html.includes(BOX)),
    'No feed carries the box.',
  );
  const found = await ask('/en/search?q=quayside');
  assert.match(found.text, /drill-with-a-box/, 'The search does not find a word of the box.');
  const folder = await mkdtemp(join(tmpdir(), 'caliber-drill-'));
  await portal('export', folder);
  const markdown = await readFile(join(folder, 'drill-aside.en.md'), 'utf8');
  await rm(folder, { recursive: true });
  assert.match(
    markdown,
    /> \[!ASIDE\]\n> A \*\*quayside\*\*/,
    'The export does not write the box.',
  );
}
