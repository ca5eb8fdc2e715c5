import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, file, run } from './testing.ts';

test('an export without an importable post is a failure with a reason', async () => {
  const empty = '<rss><channel><link>https://e.example</link></channel></rss>';
  writeFileSync(file, empty);
  const none = await run();
  expect(none.isWhole).toBe(false);
  expect(none.said.join()).toContain('it contains no posts');
  const post = '<item><title>A</title><wp:post_type>post</wp:post_type></item>';
  writeFileSync(file, empty.replace('</channel>', `${post}</channel>`));
  const unread = await run({ verbose: false });
  expect(unread.isWhole).toBe(false);
  expect(unread.said.join()).toMatch(
    /it contains 1 posts, and none.*Left out: 1 posts with the status/s,
  );
});

test('a report prints one line per kind with its count, and writes every line to a file', async () => {
  const posts = ['1', '2', '3'].map(
    (id) =>
      `<item><title>Post ${id}</title><content:encoded><![CDATA[Text<script>${id}</script>]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="category" nicename="a${id}">A${id}</category></item>`,
  );
  writeFileSync(
    file,
    `<rss><channel><link>https://old.example</link>${posts.join('')}</channel></rss>`,
  );
  const report = join(folder, 'report.txt');
  const { said } = await run({ verbose: false, report });
  expect(said).toEqual([
    '3 × (kept) The categories … became topics. (first 1 “Post 1”)',
    '3 × (kept) It was put into the category …. (first 1 “Post 1”)',
    expect.stringContaining('3 × (kept) <…> was left out. (first 1 “Post 1”)'),
    expect.stringContaining('3 × (kept) It had no date'),
    expect.stringContaining(`all 12 lines are in ${report}.`),
    expect.stringContaining('3 new'),
  ]);
  expect(readFileSync(report, 'utf8').split('\n')).toHaveLength(13);
  expect(readFileSync(report, 'utf8')).toContain(
    '2 “Post 2”: (kept) The categories “A2” became topics.',
  );
});
