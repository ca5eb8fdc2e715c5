import { authorTag } from '../cache-tags.ts';
import { declarePage } from './all/declare-page.ts';

/** An author and their articles. */
export const page = declarePage({
  path: '/author/[author]',
  kind: 'page',
  isPaged: true,
  sitemap: 'authors',
  feed: ({ author }) => ({ kind: 'author', slug: author }),
  tags: ({ locale, author }) => [authorTag(locale, author)],
  shows: ({ authors }) => authors.map((author) => ({ author })),
});
