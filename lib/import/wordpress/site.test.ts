import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseHtml } from '../../content/html/parse.ts';
import { readHtml } from '../../content/html/read-html.ts';
import { writeMarkdown } from '../../content/markdown/write.ts';
import { isPost, type LeftOut, type SitePost } from '../site/site-post.ts';
import { momentOf } from './moments.ts';
import { seoOf } from './seo.ts';
import { creditPictures, expandShortcodes } from './shortcodes.ts';
import { wordpressSite } from './site.ts';

const FIXTURES = join(import.meta.dirname, '../site/fixtures');
const FIXTURE = join(FIXTURES, 'news.xml');
const folder = mkdtempSync(join(tmpdir(), 'caliber-wxr-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(file: string) {
  const { site, faults } = await wordpressSite(file);
  const items: (SitePost | LeftOut)[] = [];
  for await (const item of site.posts()) items.push(item);
  const posts = new Map(items.filter(isPost).map((post) => [post.id, post]));
  return { site, faults, posts, left: items.filter((item) => !isPost(item)) };
}

test('a post is read with all that belongs to it', async () => {
  const { site, faults, posts } = await read(FIXTURE);
  expect(faults).toEqual([]);
  expect(site).toMatchObject({ key: 'old-example', base: 'https://www.old.example/', total: 8 });
  expect(posts.get('11')).toMatchObject({
    title: 'The cup & the “ferry”',
    standfirst: 'Why it was late',
    slug: 'the-cup',
    status: 'published',
    publishedAt: new Date('2020-02-01T10:00:00Z'),
    updatedAt: new Date('2020-02-02T10:00:00Z'),
    authors: [{ slug: 'mara-ilven', name: 'Mara Ilven' }],
    categories: [
      [
        { slug: 'football', name: 'Football' },
        { slug: 'sport', name: 'Sport' },
      ],
    ],
    topics: [{ slug: 'cup-2020', name: 'Cup 2020' }],
    language: 'en',
    group: 'pll_1',
    leadPicture: {
      src: expect.stringContaining('boat.jpg'),
      alt: 'Boat',
      caption: 'A boat, by hand',
    },
    seo: { title: 'Cup, late', description: '' },
    address: 'https://www.old.example/2020/02/01/the-cup/',
    linesMatter: false,
    notes: [
      { text: 'Comments were not imported (1).' },
      { text: expect.stringContaining('rating') },
    ],
  });
  expect(posts.get('11')?.html).toContain('It ends with ]]> and');
  expect(posts.get('11')?.html.match(/Shared words/g)?.length).toBe(1);
});

test('two people of one name stay two, and a date without UTC is by the publication’s clock', async () => {
  const { posts } = await read(FIXTURE);
  expect(posts.get('12')).toMatchObject({
    slug: 'кубок',
    authors: [{ slug: 'mara-ilven-mara2', name: 'Mara Ilven' }],
    publishedAt: new Date('2020-02-01T10:00:00Z'),
    linesMatter: true,
  });
  expect(momentOf('', '2020-07-01 00:00:00')).toEqual(new Date('2020-06-30T20:00:00Z'));
  expect(momentOf('0000-00-00 00:00:00', 'nonsense')).toBeNull();
});

test('a post that is not public has no address, and a notice gives the reason', async () => {
  const { posts, left } = await read(FIXTURE);
  const state = (id: string) => [
    posts.get(id)?.status,
    posts.get(id)?.address,
    posts.get(id)?.notes[0]?.text,
  ];
  expect(state('13')).toEqual(['draft', null, 'It had a password: it is a draft now.']);
  expect(state('14')).toEqual(['draft', null, 'It was private: it is a draft now.']);
  expect(state('15')).toEqual(['scheduled', null, undefined]);
  expect(state('16')).toEqual(['in_review', null, undefined]);
  expect(left).toEqual([
    { kind: 'posts with the status “trash”', name: '18 “Bin”' },
    { kind: 'items of the type page', name: '19 “About us”' },
    { kind: 'items of the type wp_block', name: null },
    { kind: 'items of the type attachment', name: null },
    { kind: 'items of the type attachment', name: null },
  ]);
});

test('a truncated file gives the posts before the end, and the fault', async () => {
  const whole = readFileSync(FIXTURE, 'utf8');
  const file = join(folder, 'broken.xml');
  writeFileSync(file, whole.slice(0, whole.indexOf('<title>Private')));
  const { posts, faults } = await read(file);
  expect([...posts.keys()]).toEqual(['11', '12', '13']);
  expect(faults[0]).toMatch(/^\d+:\d+: unclosed tag/);
  writeFileSync(file, '<html><body>No export</body></html>');
  await expect(wordpressSite(file)).rejects.toMatchObject({ code: 'file' });
});

test('shortcodes become what they stand for; a bracket in a sentence is left alone', () => {
  const reports: string[] = [];
  const expand = (html: string) =>
    expandShortcodes(html, {
      postId: '1',
      attachment: (id) =>
        id === '7'
          ? { src: '/a.jpg', alt: '"A"', caption: 'C <em>d</em>', credit: 'J' }
          : undefined,
      childrenOf: () => ['7'],
      sharedBlock: () => undefined,
      report: ({ text }) => void reports.push(text),
    });
  expect(expand('[caption width="3"]<a href="x"><img src="p"></a> Words[/caption]')).toBe(
    '<figure><a href="x"><img src="p"></a><figcaption>Words</figcaption></figure>',
  );
  const one =
    '<img src="/a.jpg" alt="&quot;A&quot;" data-credit="J"><figcaption>C <em>d</em></figcaption>';
  expect(expand('[gallery]').trim()).toBe(
    `<figure class="gallery"><figure>${one}</figure></figure>`,
  );
  expect(expand('[youtube https://youtu.be/abcdefghijk]')).toContain('watch?v=abcdefghijk');
  expect(expand('He said [sic] and [[gallery]]')).toBe('He said [sic] and &#91;gallery]');
  expect(reports).toEqual([]);
  expect(expand('[gallery ids="8"][form id="3"][box]x[/box]')).toContain(
    '[form id="3"][box]x[/box]',
  );
  expect(reports.map((reason) => reason.slice(0, 22))).toEqual([
    'The gallery’s picture ',
    'The shortcode [form id',
    'The shortcode [box] wa',
    'The shortcode [/box] w',
  ]);
});

/** The one post of an export beside this test, and its text as Markdown. */
async function only(name: string) {
  const { posts } = await read(join(FIXTURES, name));
  const [post] = [...posts.values()];
  if (!post) throw new Error(`${name} holds no post.`);
  const { body } = parseHtml(readHtml(post.html), {
    base: post.address,
    linesMatter: post.linesMatter,
    imageIdOf: () => 'a'.repeat(32),
  });
  return { post, text: writeMarkdown(body, () => 'p.jpg').trim(), said: post.notes.map(({ text }) => text) }; // prettier-ignore
}

test('the footnotes of WordPress 6.3 stand where the text refers to them', async () => {
  expect((await only('footnotes-block.xml')).text).toBe(
    'The ministry denied it[^1] twice in 2025[^2].\n\n' +
      '[^1]: Letter of 3 May, kept by the *archive*.\n\n[^2]: Interview with the minister.',
  );
});

test('raised and lowered letters of WordPress stay so', async () => {
  expect((await only('superscript.xml')).text).toBe(
    'The reservoir holds 3×10<sup>6</sup> m<sup>3</sup>; CO<sub>2</sub> fell. Rent is 5<sup>1</sup>/<sub>2</sub> manat.',
  );
});

test('a gallery’s captions are words, not tags', async () => {
  expect((await only('gallery-caption.xml')).text).toContain(
    '![](p.jpg "Boats at dawn. Photo: J. Doe & Co")\n![](p.jpg "Second & last")',
  );
});

test('quotes, files, buttons and films of WordPress keep their words and links', async () => {
  const { text } = await only('quote-file-abbr.xml');
  expect(text).toContain('The minister said “never” twice.');
  expect(text).toContain('[Report](https://q.example/report.pdf)\n\n[One]');
  expect(text).toContain('[One](https://q.example/a)\n\n[Two](https://q.example/b)');
  expect(text).toContain('Table note');
  expect(text).toContain('one\\\ntwo threefour');
  expect(text).toContain('https://vimeo.com/76979871\n\nA film');
});

test('content that only WordPress has is imported or reported', async () => {
  const { post, said } = await only('silent-losses.xml');
  expect(post.seo).toEqual({ title: 'Rank Math title', description: 'Rank Math description' });
  expect(post.topics).toContainEqual({ slug: 'the-water-files', name: 'The Water Files' });
  expect(post.leadPicture).toMatchObject({ alt: 'A reservoir', credit: 'J. Doe / Agency' });
  expect(said).toEqual([
    'It was kept on top of the front: it is not here.',
    'The series “The Water Files” became a topic.',
    'Its post_format “Video” was not imported.',
  ]);
});

test('a description that a plug-in makes of variables is not one', () => {
  const meta = new Map([
    ['_yoast_wpseo_title', '%%title%% %%sep%%'],
    ['rank_math_title', '%title%'],
    ['_aioseo_title', 'Written by hand, 100 % true'],
    ['_aioseo_description', '#post_excerpt'],
  ]);
  expect(seoOf(meta)).toEqual({ title: 'Written by hand, 100 % true', description: '' });
});

test('a picture of the library is credited in the text too', () => {
  const attachment = () => ({ src: '/a.jpg', alt: '', caption: '', credit: 'J. "D" Doe' });
  expect(creditPictures('<img class="size-full wp-image-905" src="a.jpg">', attachment)).toBe(
    '<img data-credit="J. &quot;D&quot; Doe" class="size-full wp-image-905" src="a.jpg">',
  );
});
