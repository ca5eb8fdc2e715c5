import { API } from '../../api-addresses.ts';
import type { ReaderPage } from '../../pages/all/declare-page.ts';
import { PAGES } from '../../pages.generated.ts';

/**
 * What a browser may prefetch before the reader follows a link: on hover or touch, our own pages only. A
 * browser that saves data prefetches nothing, and a prefetched page is not counted as read.
 */
const OURS = { href_matches: '/*' };
/** The addresses of pages that are rendered for each request, as patterns. */
const FRESH = Object.values<ReaderPage>(PAGES)
  .filter(({ kind }) => kind !== 'page')
  .map(({ path }) => `/*${path.replace(/\[\w+\]$/, '')}*`);
const NO_PAGES = [`${API}*`, '/media/*', ...FRESH];

export const SPECULATION_RULES = JSON.stringify({
  prefetch: [
    {
      where: { and: [OURS, { not: { href_matches: NO_PAGES } }] },
      eagerness: 'moderate',
    },
  ],
});
