import { PUBLICATION_TAG } from '../cache-tags.ts';
import { declarePage } from './all/declare-page.ts';

/** What others may do with the publication's content. */
export const page = declarePage({
  path: '/reuse',
  kind: 'page',
  sitemap: 'always',
  footer: { place: 3, label: 'Footer.reusePage' },
  tags: () => [PUBLICATION_TAG],
});
