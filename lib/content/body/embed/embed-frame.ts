import type { EmbedProvider } from './embed-providers.ts';
import { startIn } from './embed-start.ts';

/**
 * The origins from which a page may load a frame, once the reader wants it; the page's Content Security
 * Policy lists the same.
 */
export const FRAME_ORIGINS = {
  youtube: 'https://www.youtube-nocookie.com',
  x: 'https://platform.twitter.com',
  telegram: 'https://t.me',
  instagram: 'https://www.instagram.com',
  facebook: 'https://www.facebook.com',
  tiktok: 'https://www.tiktok.com',
  vimeo: 'https://player.vimeo.com',
  spotify: 'https://open.spotify.com',
  soundcloud: 'https://w.soundcloud.com',
  datawrapper: 'https://datawrapper.dwcdn.net',
} as const satisfies Record<EmbedProvider, string>;

/**
 * The address at which a service shows one post in a frame.
 * @param address - the post's canonical address
 */
export function frameOf(provider: EmbedProvider, address: string): string {
  return FRAME_ORIGINS[provider] + pathOf(provider, address);
}

function pathOf(provider: EmbedProvider, address: string): string {
  const url = new URL(address);
  const { pathname, searchParams } = url;
  const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
  const start = startIn(url);
  switch (provider) {
    case 'youtube':
      return `/embed/${searchParams.get('v') ?? ''}${start ? `?start=${start}` : ''}`;
    case 'x':
      return `/embed/Tweet.html?id=${last}&dnt=true`;
    case 'telegram':
      return `${pathname}?embed=1`;
    case 'instagram':
      return `${pathname}embed/`;
    case 'facebook': {
      const isFilm =
        url.hostname === 'fb.watch' || /^\/(watch|reel|share\/[rv])\/|\/videos\//.test(pathname);
      return `/plugins/${isFilm ? 'video' : 'post'}.php?href=${encodeURIComponent(address)}`;
    }
    case 'tiktok':
      return `/player/v1/${last}`;
    case 'vimeo': {
      const [id = '', word] = pathname.split('/').filter(Boolean);
      return `/video/${id}?${word ? `h=${word}&` : ''}dnt=1${start ? `#t=${start}s` : ''}`;
    }
    case 'spotify':
      return `/embed${pathname}${start ? `?t=${start}` : ''}`;
    case 'soundcloud':
      return `/player/?url=${encodeURIComponent(searchParams.get('url') ?? address)}`;
    case 'datawrapper':
      return pathname;
  }
}
