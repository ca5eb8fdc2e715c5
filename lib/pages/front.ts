import { frontTag } from '../cache-tags.ts';
import { declarePage } from './all/declare-page.ts';

/** The front of a locale. */
export const page = declarePage({
  path: '',
  kind: 'page',
  sitemap: 'always',
  feed: () => ({ kind: 'everything' }),
  tags: ({ locale }) => [frontTag(locale)],
  shows: () => [{}],
});
