import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { HOSTILE_HTML } from '../../lib/content/testing/hostile-html.ts';
import { watchForHarm } from '../support/hostile.ts';
import { portal } from '../support/live-edition.ts';
import { EDITION_DIR } from '../support/portal.ts';
import { expect, test } from '../support/test.ts';

/** Sets the stories of one run apart from those of another on the same data. */
const RUN = Date.now().toString(36);
const END = 'The end of what was imported.';

const folder = mkdtempSync(join(tmpdir(), 'caliber-hostile-'));
/** Writes a file and imports it beside the portal that serves. */
function bringIn(name: string, text: string, stories: number): void {
  const file = join(folder, name);
  writeFileSync(file, text);
  const { said } = portal('import', file, '--category', 'society', '--locale', 'en');
  expect(said).toContain(`: ${stories} new, 0 changed`);
}

/** A Ghost export of one post, with a card for each piece of HTML. */
const ghost = (slug: string, pieces: readonly string[]): string =>
  JSON.stringify({
    db: [
      {
        meta: { exported_on: 1_700_000_000_000, version: '5.80.0' },
        data: {
          posts: [
            {
              id: createHash('md5').update(slug).digest('hex').slice(0, 24),
              title: `Hostile ${slug}`,
              slug,
              html: null,
              lexical: JSON.stringify({
                root: {
                  type: 'root',
                  children: [
                    ...pieces.map((html) => ({ type: 'html', html })),
                    { type: 'paragraph', children: [{ type: 'text', text: END, format: 0 }] },
                  ],
                },
              }),
              type: 'post',
              status: 'published',
              visibility: 'public',
              published_at: '2026-11-20T10:00:00.000Z',
              updated_at: '2026-11-20T10:00:00.000Z',
            },
          ],
        },
      },
    ],
  });

const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
const wordpress = (slug: string, html: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Old news</title><link>https://www.old.example</link><wp:wxr_version>1.2</wp:wxr_version>
<item><title>${cdata('Hostile <script>hacked()</script>')}</title><link>https://www.old.example/${slug}/</link>
<content:encoded>${cdata(html)}</content:encoded><excerpt:encoded>${cdata('<img src=x onerror=hacked()>')}</excerpt:encoded>
<wp:post_id>1</wp:post_id><wp:post_date_gmt>${cdata('2026-11-20 10:00:00')}</wp:post_date_gmt>
<wp:post_name>${cdata(slug)}</wp:post_name><wp:status>${cdata('publish')}</wp:status><wp:post_type>${cdata('post')}</wp:post_type></item>
</channel></rss>`;

/** Reads a story as a reader does, and as search lists it. */
async function look(page: Page, slug: string): Promise<void> {
  const answer = await page.goto(`/en/post/${slug}`);
  expect([slug, answer?.status()]).toEqual([slug, 200]);
  const article = page.getByRole('article').first();
  await expect(article).toContainText(END);
  for (const link of await article.getByRole('link').all())
    expect(await link.getAttribute('href')).toMatch(/^(https?:|mailto:|\/|#)/);
}

test('nothing hostile runs that was imported: from WordPress, from Ghost, from Markdown', async ({
  page,
}) => {
  const harm = await watchForHarm(page);
  const blocks = HOSTILE_HTML.map((html) => `<!-- wp:html -->${html}<!-- /wp:html -->`);
  bringIn(
    `${RUN}.xml`,
    wordpress(`wordpress-${RUN}`, [...blocks, `<p>${END}</p>`].join('\n\n')),
    1,
  );
  // The last of them but a few begins a comment that nothing ends.
  bringIn(`${RUN}.json`, ghost(`ghost-${RUN}`, [...HOSTILE_HTML, '-->']), 1);
  const markdown = mkdtempSync(join(folder, 'markdown-'));
  writeFileSync(
    join(markdown, `hostile-${RUN}.en.md`),
    `---\nstory: hostile-${RUN}\nlocale: en\ncategory: society\nslug: markdown-${RUN}\n` +
      `headline: "</script><script>hacked()</script>"\npublishedAt: 2026-11-20T10:00:00Z\n---\n\n` +
      `${HOSTILE_HTML.join('\n\n')}\n\n[a](javascript:hacked())\n\n${END}\n`,
  );
  // What some of them call their picture.
  copyFileSync(join(EDITION_DIR, 'images/0.jpg'), join(markdown, 'x'));
  portal('import', markdown);
  for (const kind of ['wordpress', 'ghost', 'markdown']) await look(page, `${kind}-${RUN}`);
  await page.goto(`/en/search?q=hostile`);
  await page.goto('/en/category/society');
  expect(harm).toEqual({ ran: [], refused: [] });
});
