import type { EmbedProvider } from '@/lib/content/body/embed/embed-providers';

/** The services' names in their official spelling. */
export const EMBED_NAMES = {
  youtube: 'YouTube',
  x: 'X',
  telegram: 'Telegram',
  instagram: 'Instagram',
  facebook: 'Facebook',
  tiktok: 'TikTok',
  vimeo: 'Vimeo',
  spotify: 'Spotify',
  soundcloud: 'SoundCloud',
  datawrapper: 'Datawrapper',
} as const satisfies Record<EmbedProvider, string>;
