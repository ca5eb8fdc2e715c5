import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseHtml } from '../../content/html/parse.ts';
import { readHtml } from '../../content/html/read-html.ts';
import { writeMarkdown } from '../../content/markdown/write.ts';
import { isPost, type LeftOut, type SitePost } from '../site/site-post.ts';
import { ghostSite } from './site.ts';

const FIXTURE = join(import.meta.dirname, '../site/fixtures/ghost.json');
const folder = mkdtempSync(join(tmpdir(), 'caliber-ghost-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(file: string) {
  const { site } = await ghostSite(file);
  const items: (SitePost | LeftOut)[] = [];
  for await (const item of site.posts()) items.push(item);
  return { site, posts: items.filter(isPost), left: items.filter((item) => !isPost(item)) };
}
const markdownOf = (post: SitePost | undefined) => {
  const options = { base: null, linesMatter: false, imageIdOf: () => 'a'.repeat(32) };
  return writeMarkdown(parseHtml(readHtml(post?.html ?? ''), options).body, () => 'p.jpg').trim();
};

test('a post is read with its data from other tables', async () => {
  const { posts, left, site } = await read(FIXTURE);
  expect(site.total).toBe(4);
  expect(left).toEqual([{ kind: 'pages', name: '64a0000000000000000000a4 “About”' }]);
  expect(posts[0]).toMatchObject({
    title: 'Bread & salt',
    standfirst: 'Who bakes',
    status: 'published',
    publishedAt: new Date('2021-05-01T10:00:00Z'),
    authors: [
      { slug: 'anna-bek', name: 'Anna Bek' },
      { slug: 'tom-rell', name: 'Tom Rell' },
    ],
    categories: [[{ slug: 'bakeries', name: 'Bakeries' }], [{ slug: 'society', name: 'Society' }]],
    leadPicture: { src: '/content/images/2021/05/boat.jpg', alt: 'A boat' },
    seo: { title: 'Bread', description: '' },
    address: '/bread-salt/',
    notes: [{ text: 'Internal tags were left out: #feature.' }],
  });
  expect(markdownOf(posts[0])).toBe(
    'Old [link](/other/).\n\n![Boat](p.jpg)\n\n[B title](https://b.example/)',
  );
});

test('what only members read does not become public, and its editor’s own form is read', async () => {
  const { posts } = await read(FIXTURE);
  expect(posts[1]).toMatchObject({
    status: 'draft',
    address: null,
    notes: [{ text: expect.stringContaining('members only') }],
  });
  expect(markdownOf(posts[1])).toBe(
    '## **_Big \\<b>_**\n\nx\\\n`y`\n\n- z\n\n**m** [n](https://n.example/)\n\nhttps://t.me/chan/12\n\n**Kettle**',
  );
  expect(posts[1]?.html).toContain('Big &lt;b&gt;');
});

test('the editor before is read too', async () => {
  const { posts } = await read(FIXTURE);
  expect(posts[2]).toMatchObject({
    status: 'draft',
    publishedAt: new Date('2021-05-04T10:00:00Z'),
  });
  expect(markdownOf(posts[2])).toBe(
    '**a**[**b**](https://a.example/)\\\nc\n\n- d\n\ncard\n\nToken',
  );
});

test('tables without their wrapper are read; another file is refused', async () => {
  const file = join(folder, 'a.json');
  const { db } = JSON.parse(readFileSync(FIXTURE, 'utf8')) as { db: unknown[] };
  writeFileSync(file, JSON.stringify(db[0]));
  expect((await read(file)).posts).toHaveLength(3);
  writeFileSync(file, '{"posts":[{"id":"1"}]}');
  await expect(ghostSite(file)).rejects.toMatchObject({
    code: 'file',
    message: expect.stringContaining('no tables'),
  });
  writeFileSync(file, '{"db":[{"data":{"posts":[{"id":');
  await expect(ghostSite(file)).rejects.toMatchObject({ code: 'file' });
  await expect(ghostSite(join(folder, 'none.json'))).rejects.toMatchObject({ code: 'file' });
});

test('what only letters or members see stays out of what everybody reads, and cards are read as HTML', async () => {
  const { posts } = await read(join(import.meta.dirname, '../site/fixtures/ghost-lexical.json'));
  const text = markdownOf(posts[0]);
  expect(text).not.toMatch(/[Ll]etters|Subscribe|<p>|\\</);
  expect(text).toContain('A call [out](https://example.org/c)');
  expect(text).toContain('**Kettle**\n\nBoils.\n\n<https://example.org/kettle>');
  expect(text).toContain('CTA text\n\n[Go](https://example.org/cta)');
  expect(posts[0]?.notes.map(({ text: said }) => said)).toEqual(
    ['email', 'email-cta', 'signup', 'transistor'].map(
      (card) => `The card “${card}” is not for every reader: it was left out.`,
    ),
  );
  const gated = JSON.parse(readFileSync(FIXTURE, 'utf8')) as {
    db: { data: { posts: Record<string, unknown>[] } }[];
  };
  const row = gated.db[0]?.data.posts[0];
  if (row)
    row['html'] =
      '<p>All</p><!--kg-gated-block:begin nonMember:false memberSegment:"status:free" --><p>Few</p><!--kg-gated-block:end--><p>Again</p>';
  const file = join(folder, 'gated.json');
  writeFileSync(file, JSON.stringify(gated));
  expect(markdownOf((await read(file)).posts[0])).toBe('All\n\nAgain');
});
