import { PUBLICATION_TAG } from '../cache-tags.ts';
import { declarePage } from './all/declare-page.ts';

/** How to reach the newsroom. */
export const page = declarePage({
  path: '/contact',
  kind: 'page',
  sitemap: 'always',
  footer: { place: 2, label: 'Footer.contact' },
  tags: () => [PUBLICATION_TAG],
});
