import { expect, test } from 'vitest';
import { page as article } from '../pages/article.ts';
import { page as author } from '../pages/author.ts';
import { page as contact } from '../pages/contact.ts';
import { page as search } from '../pages/search.ts';
import { pagesInSitemap } from './pages-in-sitemap.ts';

const LISTS = { categories: ['world'], topics: ['coast'], authors: ['ana-vell', 'li'] };

test('a page that always exists is in the sitemap', () => {
  expect(pagesInSitemap('az', LISTS, [contact])).toEqual(['/az/contact']);
});

test('of a page with many lists, those are in the sitemap that are worth finding', () => {
  expect(pagesInSitemap('en', LISTS, [author])).toEqual(['/en/author/ana-vell', '/en/author/li']);
});

test('pages that are not indexed, and articles, are not among the pages of the sitemap', () => {
  expect(pagesInSitemap('en', LISTS, [search, article])).toEqual([]);
});

test('the sitemap lists the front, the lists and the pages about the publication', () => {
  expect(pagesInSitemap('ru', LISTS)).toEqual(
    expect.arrayContaining([
      '/ru',
      '/ru/about',
      '/ru/author/ana-vell',
      '/ru/author/li',
      '/ru/category/world',
      '/ru/contact',
      '/ru/corrections',
      '/ru/privacy',
      '/ru/reuse',
      '/ru/topic/coast',
    ]),
  );
});
