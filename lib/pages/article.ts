import { slugTag } from '../cache-tags.ts';
import { declarePage } from './all/declare-page.ts';

/** The page of one article. */
export const page = declarePage({
  path: '/post/[slug]',
  kind: 'page',
  sitemap: 'months',
  tags: ({ locale, slug }) => [slugTag(locale, slug)],
  shows: ({ slug }) => [{ slug }],
});
