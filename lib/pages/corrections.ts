import { correctionsTag } from '../cache-tags.ts';
import { declarePage } from './all/declare-page.ts';

/** What the publication has corrected. */
export const page = declarePage({
  path: '/corrections',
  kind: 'page',
  isPaged: true,
  sitemap: 'always',
  footer: { place: 4, label: 'Corrections.title' },
  feed: () => ({ kind: 'corrections' }),
  tags: ({ locale }) => [correctionsTag(locale)],
  shows: ({ isCorrected }) => (isCorrected ? [{}] : []),
});
