import type { EmbedProvider } from './body.ts';

interface Recognition {
  provider: EmbedProvider;
  hosts: readonly string[];
  /** Of path and query; its first group is what the canonical address keeps. */
  pattern: RegExp;
  canonical: (...groups: string[]) => string;
}

const NAME = '[A-Za-z0-9_.]{1,64}';

const RECOGNITIONS: readonly Recognition[] = [
  {
    provider: 'youtube',
    hosts: ['www.youtube.com', 'youtube.com', 'm.youtube.com'],
    pattern: /^\/watch\?(?:.*&)?v=([\w-]{11})(?:&|$)/,
    canonical: (id) => `https://www.youtube.com/watch?v=${id}`,
  },
  {
    provider: 'youtube',
    hosts: ['youtu.be'],
    pattern: /^\/([\w-]{11})(?:\?|$)/,
    canonical: (id) => `https://www.youtube.com/watch?v=${id}`,
  },
  {
    provider: 'x',
    hosts: ['x.com', 'twitter.com', 'www.x.com', 'www.twitter.com'],
    pattern: new RegExp(`^/(${NAME})/status/(\\d{1,20})/?(?:\\?|$)`),
    canonical: (name, id) => `https://x.com/${name}/status/${id}`,
  },
  {
    provider: 'telegram',
    hosts: ['t.me', 'telegram.me'],
    pattern: new RegExp(`^/(${NAME})/(\\d{1,12})/?(?:\\?|$)`),
    canonical: (name, id) => `https://t.me/${name}/${id}`,
  },
  {
    provider: 'instagram',
    hosts: ['www.instagram.com', 'instagram.com'],
    pattern: /^\/(p|reel)\/([\w-]{5,20})\/?(?:\?|$)/,
    canonical: (kind, id) => `https://www.instagram.com/${kind}/${id}/`,
  },
  {
    provider: 'facebook',
    hosts: ['www.facebook.com', 'facebook.com', 'm.facebook.com'],
    pattern: new RegExp(`^/(${NAME})/(posts|videos)/([\\w-]{5,80})/?(?:\\?|$)`),
    canonical: (name, kind, id) => `https://www.facebook.com/${name}/${kind}/${id}`,
  },
];

/**
 * Tells whether an address is a post or film of a service that may be embedded.
 * @returns the service and the canonical address, or null
 */
export function recogniseEmbed(address: string): { provider: EmbedProvider; url: string } | null {
  if (address.length > 500 || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.username || url.port) return null;
  for (const { provider, hosts, pattern, canonical } of RECOGNITIONS) {
    const match = hosts.includes(url.hostname) && pattern.exec(url.pathname + url.search);
    if (match) return { provider, url: canonical(...match.slice(1)) };
  }
  return null;
}
