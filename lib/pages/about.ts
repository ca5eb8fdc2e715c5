import { PUBLICATION_TAG } from '../cache-tags.ts';
import { declarePage } from './all/declare-page.ts';

/** What the publication is. */
export const page = declarePage({
  path: '/about',
  kind: 'page',
  sitemap: 'always',
  footer: { place: 1, label: 'Footer.about' },
  tags: () => [PUBLICATION_TAG],
});
