/**
 * What a browser may prefetch before the reader follows a link: on hover or touch, our own pages only. A
 * browser that saves data prefetches nothing, and a prefetched page is not counted as read.
 */
const PAGES = { href_matches: '/*' };
const NO_PAGES = ['/api/*', '/media/*', '/*/search*', '/*/newsroom*', '/*/preview/*'];

export const SPECULATION_RULES = JSON.stringify({
  prefetch: [
    {
      where: { and: [PAGES, { not: { href_matches: NO_PAGES } }] },
      eagerness: 'moderate',
    },
  ],
});
