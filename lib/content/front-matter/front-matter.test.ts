import { expect, test } from 'vitest';
import { readFrontMatter, writeFrontMatter } from './front-matter.ts';

const CATEGORIES = ['analytics', 'sport'];
const HEAD = `---
story: narrow-harbour
locale: en
category: analytics
headline: "Salt & “silence”"
publishedAt: 2026-11-20T09:15:00+04:00
---

Body.
`;
const faultsOf = (file: string) => {
  const read = readFrontMatter(file, CATEGORIES);
  return read.ok ? [] : read.refusal;
};

test('front matter with the required fields is read, and the body begins on its own line', () => {
  const read = readFrontMatter(HEAD, CATEGORIES);
  expect(read).toMatchObject({
    ok: true,
    value: {
      frontMatter: { headline: 'Salt & “silence”', status: 'published', authors: [], views: 0 },
      markdown: '\nBody.\n',
      line: 8,
    },
  });
});

test.each([
  ['no head at all', 'Just text', 1, /does not begin with front matter/],
  ['a missing headline', HEAD.replace(/headline.*\n/, ''), 1, /headline is missing/],
  [
    'an unknown locale',
    HEAD.replace('locale: en', 'locale: fr'),
    3,
    /locale is “fr”: not one of en, ru/,
  ],
  [
    'an unknown category',
    HEAD.replace('category: analytics', 'category: gossip'),
    4,
    /gossip.*analytics, sport/,
  ],
  ['a date without an offset', HEAD.replace('+04:00', ''), 6, /not a moment like/],
  ['an unknown field', HEAD.replace('---\n\n', 'rating: 5\n---\n\n'), 1, /unknown field rating/],
  ['YAML that is none', HEAD.replace('locale: en', 'locale: [en'), 4, /not YAML/],
])('%s is named with its line', (_, file, line, reason) => {
  const [fault] = faultsOf(file);
  expect(fault?.reason).toMatch(reason);
  if (line > 1) expect(fault?.line).toBe(line);
});

test('every fault of a head is named at once', () => {
  expect(
    faultsOf(HEAD.replace('en', 'xx').replace('narrow-harbour', 'Narrow Harbour')),
  ).toHaveLength(2);
});

test('written front matter is read back', () => {
  const file = writeFrontMatter(
    {
      headline: 'A “quoted” & long: headline # with marks',
      story: 'a',
      locale: 'hy',
      category: 'sport',
      publishedAt: '2026-11-20T05:15:00.000Z',
      image: { src: 'images/a.jpg', alt: 'Yes: no', credit: '@x' },
      corrections: [{ at: '2026-11-21T05:15:00.000Z', text: 'multi\nline' }],
    },
    'Body.\n',
  );
  const read = readFrontMatter(file, CATEGORIES);
  expect(read).toMatchObject({
    ok: true,
    value: {
      frontMatter: {
        headline: 'A “quoted” & long: headline # with marks',
        publishedAt: new Date('2026-11-20T05:15:00Z'),
        image: { alt: 'Yes: no', credit: '@x' },
        corrections: [{ text: 'multi\nline' }],
      },
    },
  });
});
