import { globSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { expect, test } from 'vitest';
import { PAGES } from '../../pages.generated.ts';
import { page as article } from '../article.ts';
import { page as category } from '../category.ts';
import { page as contact } from '../contact.ts';
import { page as front } from '../front.ts';
import { newsroomAddress } from '../newsroom.ts';
import { page as preview } from '../preview.ts';
import { hrefsEverywhere, hrefsIn } from './locales-of-page.ts';
import { matchPage, pageAt } from './match-page.ts';
import { tagsOfPages } from './tags-of-pages.ts';

test.each([
  [front.href({ locale: 'en' }), '/en'],
  [article.href({ locale: 'az', slug: 'liman' }), '/az/post/liman'],
  [category.href({ locale: 'ru', category: 'world' }), '/ru/category/world'],
  [category.href({ locale: 'ru', category: 'world' }, 1), '/ru/category/world'],
  [category.href({ locale: 'ru', category: 'world' }, 3), '/ru/category/world/page/3'],
  [preview.href({ locale: 'hy', token: 'To_Ken-1' }), '/hy/preview/To_Ken-1'],
  [contact.href({ locale: 'en' }), '/en/contact'],
  [newsroomAddress('en'), '/en/newsroom'],
  [newsroomAddress('hy', '/article/7'), '/hy/newsroom/article/7'],
])('an address is built: %s', (built, address) => {
  expect(built).toBe(address);
});

test.each([
  ['/en', front, { locale: 'en' }, 1],
  ['/az/post/liman', article, { locale: 'az', slug: 'liman' }, 1],
  ['/ru/category/world', category, { locale: 'ru', category: 'world' }, 1],
  ['/ru/category/world/page/12', category, { locale: 'ru', category: 'world' }, 12],
])('an address is recognised: %s', (path, page, params, number) => {
  expect(pageAt(path)).toEqual({ page, match: { params, number } });
});

test.each([
  '/fr/post/a',
  '/en/post',
  '/en/post/a/b',
  '/en/nothing',
  '/en/post/a/page/2',
  '/en/category/world/page/1',
  '/en/category/world/page/02',
  '/en/about/us',
])('%s is the address of no page', (path) => {
  expect(pageAt(path)).toBeNull();
});

test('an address of one page is not recognised as that of another', () => {
  expect(matchPage(article, '/en/category/world')).toBeNull();
});

test('a page that every language has is named in each', () => {
  expect(hrefsEverywhere(contact, {})).toMatchObject({
    en: '/en/contact',
    ru: '/ru/contact',
    hy: '/hy/contact',
    az: '/az/contact',
  });
});

test('a page is named in the languages that have it', () => {
  expect(hrefsIn(category, { category: 'world' }, ['az', 'en'])).toEqual({
    az: '/az/category/world',
    en: '/en/category/world',
  });
});

test('the pages that show an article are found by their tags', () => {
  const article = {
    locale: 'en',
    slug: 'salt',
    category: 'economy',
    topics: ['coast', 'trade'],
    authors: ['ana-vell'],
    isCorrected: true,
  } as const;
  expect(tagsOfPages(article).toSorted()).toEqual([
    'author:en:ana-vell',
    'category:en:economy',
    'corrections:en',
    'front:en',
    'slug:en:salt',
    'topic:en:coast',
    'topic:en:trade',
  ]);
});

test('an article without corrections is not on their page', () => {
  const article = { slug: 'a', category: 'b', topics: [], authors: [], isCorrected: false };
  expect(tagsOfPages({ ...article, locale: 'ru' })).not.toContain('corrections:ru');
});

/** Folders of readers' pages, without the pages of lists and those that have one folder together. */
const foldersOf = (paths: readonly string[]) =>
  paths.filter((path) => !/\/page\/\[page\]$|^\/\[info\]|^\/newsroom/.test(path)).toSorted();

test('each folder of a page for readers is declared, and each declared page has a folder', () => {
  const root = 'app/[locale]/(reader)';
  const pages = globSync('app/*/(reader)/**/page.tsx').map((file) => relative(root, dirname(file)));
  const folders = foldersOf(pages.map((path) => (path === '' ? '' : `/${path}`)));
  const inInfo = ['/about', '/contact', '/privacy', '/reuse'];
  const declared = foldersOf(Object.values(PAGES).map(({ path }) => path));
  expect(declared.filter((path) => !inInfo.includes(path))).toEqual(folders);
});
