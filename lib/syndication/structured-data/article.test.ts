import { expect, test } from 'vitest';
import type { Article } from '../../content/article.ts';
import { articleData } from './article.ts';

const article: Article = {
  id: 7,
  locale: 'en',
  slug: 'salt',
  storyKey: 'salt',
  headline: 'Salt </script> again',
  standfirst: 'A pan is filled.',
  kicker: null,
  category: { slug: 'economy', name: 'Economy' },
  authors: [
    { slug: 'mara-ilven', name: 'Mara Ilven' },
    { slug: 'tomas-reyk', name: 'Tomas Reyk' },
  ],
  publishedAt: '2026-11-24T02:00:00.000Z',
  updatedAt: null,
  readingMinutes: 1,
  image: null,
  body: { type: 'doc', content: [] },
  pictures: {},
  topics: [],
  corrections: [],
  translations: [{ locale: 'en', slug: 'salt' }],
  seo: { title: null, description: null },
};
const newsOf = (changes: Partial<Article> = {}) =>
  articleData({ ...article, ...changes }, 'Front page')[0] as unknown as Record<string, unknown>;

test('each author is an object of a bare name and an address', () => {
  expect(newsOf()['author']).toEqual([
    { '@type': 'Person', name: 'Mara Ilven', url: 'http://localhost:3000/en/author/mara-ilven' },
    { '@type': 'Person', name: 'Tomas Reyk', url: 'http://localhost:3000/en/author/tomas-reyk' },
  ]);
});

test('a story without a byline is the publication’s', () => {
  expect(newsOf({ authors: [] })['author']).toEqual([
    { '@type': 'NewsMediaOrganization', name: 'Caliber.Az', url: 'http://localhost:3000/en' },
  ]);
});

test('what an article does not have is left out', () => {
  expect(newsOf()).not.toHaveProperty('image');
  expect(newsOf()).not.toHaveProperty('keywords');
  expect(newsOf()).not.toHaveProperty('correction');
});

test('dates are by the publication’s clock; an article never updated was last modified when published', () => {
  expect(newsOf()).toMatchObject({
    datePublished: '2026-11-24T06:00:00+04:00',
    dateModified: '2026-11-24T06:00:00+04:00',
  });
  expect(newsOf({ updatedAt: '2026-11-24T21:30:00.000Z' })['dateModified']).toBe(
    '2026-11-25T01:30:00+04:00',
  );
});
