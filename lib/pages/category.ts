import { categoryTag } from '../cache-tags.ts';
import { declarePage } from './all/declare-page.ts';

/** The articles of a category. */
export const page = declarePage({
  path: '/category/[category]',
  kind: 'page',
  isPaged: true,
  sitemap: 'categories',
  feed: ({ category }) => ({ kind: 'category', slug: category }),
  tags: ({ locale, category }) => [categoryTag(locale, category)],
  shows: ({ category }) => [{ category }],
});
