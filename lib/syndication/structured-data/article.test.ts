import { expect, test } from 'vitest';
import type { Article } from '../../content/article.ts';
import { articleData } from './article.ts';
import { frontData } from './front.ts';
import { infoData } from './info.ts';
import { collectionData, profileData } from './list.ts';
import { namesIn } from './testing.ts';

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

const PICTURE = {
  imageId: 'ab',
  width: 3000,
  height: 2000,
  colour: '#000000',
  widths: [480, 1600],
};
const RIGHTS = {
  creditText: 'Vell & Co',
  creator: { '@type': 'Organization', name: 'Vell & Co' },
  copyrightNotice: '© Vell & Co',
  license: 'http://localhost:3000/en/reuse',
  acquireLicensePage: 'http://localhost:3000/en/reuse',
};
const inText = (imageId: string, credit: string | null) => ({
  type: 'image' as const,
  attrs: { imageId, alt: '', caption: null, credit },
});

test('every picture that is shown has a file, an owner and terms: the lead, those of the text and of galleries', () => {
  const news = newsOf({
    image: { ...PICTURE, alt: '', caption: 'The quay', credit: 'Vell & Co' },
    pictures: { ab: PICTURE },
    body: {
      type: 'doc',
      content: [
        inText('ab', 'Vell & Co'),
        { type: 'gallery', content: [inText('ab', null), inText('gone', null)] },
      ],
    },
  });
  const images = news['image'] as Record<string, unknown>[];
  const urls = ['16x9-1200.jpg', '4x3-1200.jpg', '1x1-1200.jpg', '1600.webp', '1600.webp'].map(
    (file) => `http://localhost:3000/media/ab/${file}`,
  );
  expect(images.map(({ contentUrl }) => contentUrl)).toEqual(urls);
  for (const image of images.slice(0, 4)) expect(image).toMatchObject(RIGHTS);
  // A picture without a credit is the publication's own.
  expect(images[4]).toMatchObject({ creditText: 'Caliber.Az', copyrightNotice: '© Caliber.Az' });
});

test('a film in the text is a VideoObject; a post of a social network is none', () => {
  const embed = (provider: 'youtube' | 'x', url: string) =>
    ({ type: 'embed', attrs: { provider, url } }) as const;
  const news = newsOf({
    body: {
      type: 'doc',
      content: [
        embed('youtube', 'https://www.youtube.com/watch?v=abcdefghijk'),
        embed('youtube', 'https://www.youtube.com/watch?v=lmnopqrstuv&t=90s'),
        embed('x', 'https://x.com/a/status/1'),
      ],
    },
  });
  expect(news['video']).toMatchObject([
    {
      '@type': 'VideoObject',
      name: article.headline,
      description: 'A pan is filled.',
      embedUrl: 'https://www.youtube-nocookie.com/embed/abcdefghijk',
      uploadDate: '2026-11-24T06:00:00+04:00',
    },
    { embedUrl: 'https://www.youtube-nocookie.com/embed/lmnopqrstuv' },
  ]);
});

test('a story names its translations and not itself', () => {
  const translations = [
    { locale: 'en' as const, slug: 'salt' },
    { locale: 'ru' as const, slug: 'sol' },
  ];
  expect(newsOf()).not.toHaveProperty('workTranslation');
  expect(newsOf({ translations })['workTranslation']).toEqual([
    {
      '@type': 'NewsArticle',
      url: 'http://localhost:3000/ru/post/sol',
      inLanguage: 'ru',
    },
  ]);
});

const author = {
  slug: 'mara-ilven',
  name: 'Mara Ilven',
  role: null,
  biography: null,
  links: ['https://social.example/@mara'],
};

test('an author is identified by their profiles on other sites', () => {
  const listed = {
    locale: 'en' as const,
    name: 'Mara Ilven',
    description: null,
    address: 'http://localhost:3000/en/author/mara-ilven',
    articles: [],
    home: 'Front page',
  };
  expect(profileData(listed, author)[0]).toMatchObject({
    mainEntity: { '@type': 'Person', sameAs: ['https://social.example/@mara'] },
  });
});

test('every name of a thing is that of a thing on the same page', () => {
  const card = { ...article, image: { ...PICTURE, alt: '', caption: null, credit: null } };
  const listed = {
    locale: 'en' as const,
    name: 'Economy',
    description: null,
    address: 'http://localhost:3000/en/category/economy',
    articles: [card],
    home: 'Front page',
  };
  for (const page of [
    articleData(article, 'Front page'),
    frontData('en', [card, null, card]),
    collectionData(listed),
    profileData(listed, author),
    infoData('en', 'about', 'About', 'Front page'),
    infoData('en', 'contact', 'Contact', 'Front page'),
  ]) {
    const { said, named } = namesIn(page);
    expect([...named].filter((name) => !said.has(name))).toEqual([]);
  }
});

test('a list says whose the pictures beside its stories are', () => {
  const image = { ...PICTURE, alt: '', caption: null, credit: 'Vell & Co' };
  const data = JSON.stringify(frontData('en', [{ ...article, image }]));
  expect(data).toContain('/media/ab/4x3-480.webp');
  expect(data).toContain('"copyrightNotice":"© Vell & Co"');
});

test('principles and corrections are at the addresses that hold them', () => {
  expect(frontData('en', [])[0]).toMatchObject({
    publishingPrinciples: 'http://localhost:3000/en/about',
    correctionsPolicy: 'http://localhost:3000/en/corrections',
  });
});
