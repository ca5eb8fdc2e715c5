/**
 * What a browser may fetch before the reader follows a link: on hover or touch, pages of ours alone. A
 * browser that saves data fetches nothing early, and what is fetched early is not counted as read.
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
