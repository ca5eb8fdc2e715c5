import type { EmbedProvider } from './embed-providers.ts';
import { startIn } from './embed-start.ts';

interface Recognition {
  provider: EmbedProvider;
  /** Without `www.`, `m.` and `mobile.`. */
  hosts: readonly string[];
  /** Matches the path. */
  pattern: RegExp;
  /**
   * The canonical address, made from the pattern's groups; null if the rest of the address contradicts it.
   */
  canonical: (groups: readonly string[], url: URL) => string | null;
}

const NAME = '[A-Za-z0-9_.]{1,64}';
const PAGE = '[\\w.-]{1,100}';
/** Words that Facebook puts before the number of a post. */
const WORDS = '(?:[^/]{1,200}/)?';
const FACEBOOK = ['facebook.com', 'web.facebook.com'];
const VIMEO = ['vimeo.com', 'player.vimeo.com'];

const film = (id: string | null | undefined, url: URL): string | null => {
  if (!id || !/^[\w-]{11}$/.test(id)) return null;
  const start = startIn(url);
  return `https://www.youtube.com/watch?v=${id}${start ? `&t=${start}s` : ''}`;
};
const withStart = (address: string, url: URL): string => {
  const start = startIn(url);
  return start ? `${address}#t=${start}s` : address;
};
const nested = (url: URL, name: string): string | null => {
  const inner = url.searchParams.get(name);
  return (inner && recogniseEmbed(inner)?.url) || null;
};

const RECOGNITIONS: readonly Recognition[] = [
  {
    provider: 'youtube',
    hosts: ['youtube.com', 'music.youtube.com'],
    pattern: /^\/watch\/?$/,
    canonical: (_, url) => film(url.searchParams.get('v'), url),
  },
  {
    provider: 'youtube',
    hosts: ['youtube.com', 'youtube-nocookie.com'],
    pattern: /^\/(?:embed|v|shorts|live)\/([\w-]{11})\/?$/,
    canonical: ([id], url) => film(id, url),
  },
  {
    provider: 'youtube',
    hosts: ['youtu.be'],
    pattern: /^\/([\w-]{11})\/?$/,
    canonical: ([id], url) => film(id, url),
  },
  {
    provider: 'x',
    hosts: ['x.com', 'twitter.com'],
    pattern: new RegExp(
      `^/(${NAME})(?:/web)?/status(?:es)?/(\\d{1,20})(?:/(?:photo|video)/\\d+)?/?$`,
    ),
    canonical: ([name, id]) => `https://x.com/${name}/status/${id}`,
  },
  {
    provider: 'x',
    hosts: ['platform.twitter.com', 'platform.x.com'],
    pattern: /^\/embed\/Tweet\.html$/,
    canonical: (_, url) => {
      const id = url.searchParams.get('id') ?? '';
      return /^\d{1,20}$/.test(id) ? `https://x.com/i/status/${id}` : null;
    },
  },
  {
    provider: 'telegram',
    hosts: ['t.me', 'telegram.me'],
    pattern: new RegExp(`^(?:/s)?/(?!s/)(${NAME})/(\\d{1,12})/?$`),
    canonical: ([name, id]) => `https://t.me/${name}/${id}`,
  },
  {
    provider: 'instagram',
    hosts: ['instagram.com'],
    pattern: new RegExp(`^/(?:${NAME}/)?(p|reels?|tv)/([\\w-]{5,20})(?:/embed(?:/captioned)?)?/?$`),
    canonical: ([kind = '', id]) =>
      `https://www.instagram.com/${kind.startsWith('reel') ? 'reel' : 'p'}/${id}/`,
  },
  {
    provider: 'facebook',
    hosts: FACEBOOK,
    pattern: new RegExp(`^/(${PAGE}|groups/${PAGE})/(posts|videos)/${WORDS}([\\w-]{5,80})/?$`),
    canonical: ([name, kind, id]) => `https://www.facebook.com/${name}/${kind}/${id}`,
  },
  {
    provider: 'facebook',
    hosts: FACEBOOK,
    pattern: /^\/(reel|share\/[prv])\/([\w-]{5,80})\/?$/,
    canonical: ([kind, id]) => `https://www.facebook.com/${kind}/${id}/`,
  },
  {
    provider: 'facebook',
    hosts: FACEBOOK,
    pattern: /^\/watch\/?$/,
    canonical: (_, url) => facebook(url, 'watch/', ['v']),
  },
  {
    provider: 'facebook',
    hosts: FACEBOOK,
    pattern: /^\/(?:permalink|story)\.php$/,
    canonical: (_, url) => facebook(url, 'permalink.php', ['story_fbid', 'id']),
  },
  {
    provider: 'facebook',
    hosts: FACEBOOK,
    pattern: /^\/photo(?:\.php|\/)?$/,
    canonical: (_, url) => facebook(url, 'photo/', ['fbid']),
  },
  {
    provider: 'facebook',
    hosts: FACEBOOK,
    pattern: /^\/(?:v[\d.]+\/)?plugins\/(?:post|video)\.php$/,
    canonical: (_, url) => nested(url, 'href'),
  },
  {
    provider: 'facebook',
    hosts: ['fb.watch'],
    pattern: /^\/([\w-]{5,40})\/?$/,
    canonical: ([id]) => `https://fb.watch/${id}/`,
  },
  {
    provider: 'tiktok',
    hosts: ['tiktok.com'],
    pattern: new RegExp(`^/@(${NAME})/(video|photo)/(\\d{5,25})/?$`),
    canonical: ([name, kind, id]) => `https://www.tiktok.com/@${name}/${kind}/${id}`,
  },
  {
    provider: 'tiktok',
    hosts: ['tiktok.com'],
    pattern: /^\/(?:embed(?:\/v\d)?|player\/v1|v)\/(\d{5,25})(?:\.html)?\/?$/,
    canonical: ([id]) => `https://www.tiktok.com/player/v1/${id}`,
  },
  {
    provider: 'vimeo',
    hosts: VIMEO,
    pattern:
      /^\/(?:video\/|channels\/[^/]+\/|groups\/[^/]+\/videos\/)?(\d{5,12})(?:\/([0-9a-f]{8,12}))?\/?$/,
    canonical: ([id, inPath], url) => {
      // An unlisted film has a secret word in its address.
      const word = inPath ?? url.searchParams.get('h') ?? '';
      const plain = `https://vimeo.com/${id}`;
      return withStart(/^[0-9a-f]{8,12}$/.test(word) ? `${plain}/${word}` : plain, url);
    },
  },
  {
    provider: 'spotify',
    hosts: ['open.spotify.com'],
    pattern:
      /^\/(?:intl-\w+\/)?(?:embed(?:-podcast)?\/)?(track|album|artist|playlist|episode|show)\/([A-Za-z0-9]{22})\/?$/,
    canonical: ([kind, id], url) => {
      const start = startIn(url);
      return `https://open.spotify.com/${kind}/${id}${start ? `?t=${start}` : ''}`;
    },
  },
  {
    provider: 'soundcloud',
    hosts: ['soundcloud.com'],
    pattern:
      /^\/(?!(?:discover|you|search|stream|charts|pages|jobs|upload|settings|tags)\/)([\w-]{2,40}\/(?:sets\/)?[\w-]{1,200}(?:\/s-\w{5,40})?)\/?$/,
    canonical: ([path], url) => withStart(`https://soundcloud.com/${path}`, url),
  },
  {
    provider: 'soundcloud',
    hosts: ['w.soundcloud.com'],
    pattern: /^\/player\/?$/,
    canonical: (_, url) => {
      const inner = url.searchParams.get('url') ?? '';
      const track =
        /^https?:\/\/api\.soundcloud\.com\/(tracks|playlists)\/(?:soundcloud:\w+:)?(\d{1,15})(?:[/?].*)?$/.exec(
          decodeURIComponent(inner.replace(/%(?![0-9a-f]{2})/gi, '%25')),
        );
      if (!track) return nested(url, 'url');
      const api = `https://api.soundcloud.com/${track[1]}/${track[2]}`;
      return `https://w.soundcloud.com/player/?url=${encodeURIComponent(api)}`;
    },
  },
  {
    provider: 'datawrapper',
    hosts: ['datawrapper.dwcdn.net', 'datawrapper.de'],
    // Without its version number: the newest published version.
    pattern: /^\/(?:_\/)?([A-Za-z0-9]{5})(?:\/\d+)?(?:\/(?:index\.html)?)?$/,
    canonical: ([id]) => `https://datawrapper.dwcdn.net/${id}/`,
  },
];

/** An address of Facebook that identifies a post by its query alone. */
function facebook(url: URL, path: string, names: readonly string[]): string | null {
  const values = names.map((name) => [name, url.searchParams.get(name) ?? ''] as const);
  if (values.some(([, value]) => !/^[\w-]{3,80}$/.test(value))) return null;
  const query = values.map(([name, value]) => `${name}=${value}`).join('&');
  return `https://www.facebook.com/${path}?${query}`;
}

/**
 * Recognises the address of a post or film of a service that may be embedded, in the forms that people copy
 * from a computer, a telephone or a player.
 * @returns the service and the canonical address, or null
 */
export function recogniseEmbed(address: string): { provider: EmbedProvider; url: string } | null {
  if (address.length > 500 || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || url.username || url.port) return null;
  const host = url.hostname.replace(/^(www|m|mobile)\./, '');
  for (const { provider, hosts, pattern, canonical } of RECOGNITIONS) {
    const match = hosts.includes(host) ? pattern.exec(url.pathname) : null;
    const found = match && canonical(match.slice(1), url);
    if (found) return { provider, url: found };
  }
  return null;
}
