import type { EmbedProvider } from '../body.ts';
import { recogniseEmbed } from '../embed.ts';
import { isHref } from '../href.ts';

/** Stands for a site whose address nobody knows: links within it stay paths. */
const NOWHERE = 'https://site.invalid/';

/**
 * An address of a text as a link of ours may have it, by a browser's own reading of it.
 * @param base - the address of the page that it stood on; null where that is not known
 * @returns null where it is none that may be followed: `javascript:`, `data:`, `tel:` …
 */
export function linkAddress(address: string, base: string | null): string | null {
  const trimmed = address.trim();
  if (trimmed === '') return null;
  if (trimmed.startsWith('#')) return isHref(trimmed) ? trimmed : null;
  const url = URL.parse(trimmed, base ?? NOWHERE);
  if (!url) return null;
  const isPath = /^\/(?![/\\])/.test(trimmed) || url.origin === new URL(NOWHERE).origin;
  const href = isPath ? url.pathname + url.search + url.hash : url.href;
  return isHref(href) ? href : null;
}

/** Addresses of players, by how the address of what they play is found. */
const PLAYERS: readonly [host: RegExp, address: (url: URL) => string | null][] = [
  [
    /(^|\.)(youtube|youtube-nocookie)\.com$/,
    ({ pathname }) => {
      const id = /^\/(?:embed|v|shorts|live)\/([\w-]{11})(?:\/|$)/.exec(pathname)?.[1];
      return id ? `https://www.youtube.com/watch?v=${id}` : null;
    },
  ],
  [
    /(^|\.)facebook\.com$/,
    ({ pathname, searchParams }) =>
      /^\/(v[\d.]+\/)?plugins\/(post|video)\.php$/.test(pathname) ? searchParams.get('href') : null,
  ],
  [
    /^platform\.(twitter|x)\.com$/,
    ({ searchParams }) => {
      const id = searchParams.get('id');
      return id ? `https://x.com/i/status/${id}` : null;
    },
  ],
  [/^mobile\.(twitter|x)\.com$/, ({ pathname }) => `https://x.com${pathname}`],
  [
    /(^|\.)instagram\.com$/,
    ({ pathname }) => {
      const post = /^\/(?:[\w.]+\/)?(p|reel|tv)\/([\w-]+)/.exec(pathname);
      return post
        ? `https://www.instagram.com/${post[1] === 'reel' ? 'reel' : 'p'}/${post[2]}/`
        : null;
    },
  ],
];

/** The post or film that an address leads to or plays, where it may be embedded. */
export function embedAddress(address: string): { provider: EmbedProvider; url: string } | null {
  const url = URL.parse(address.trim().replace(/^(https?:)?\/\//i, 'https://'));
  if (!url || url.protocol !== 'https:') return null;
  for (const [host, addressIn] of PLAYERS) {
    const played = host.test(url.hostname) && addressIn(url);
    if (played) return recogniseEmbed(played.replace(/^http:/i, 'https:'));
  }
  return recogniseEmbed(url.href);
}
