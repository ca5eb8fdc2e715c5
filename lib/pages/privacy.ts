import { PUBLICATION_TAG } from '../cache-tags.ts';
import { declarePage } from './all/declare-page.ts';

/** What the site knows of its readers. */
export const page = declarePage({
  path: '/privacy',
  kind: 'page',
  sitemap: 'always',
  footer: { place: 5, label: 'Footer.privacy' },
  tags: () => [PUBLICATION_TAG],
});
