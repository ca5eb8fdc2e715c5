/** The services whose posts and films may be embedded. */
export const EMBED_PROVIDERS = [
  'youtube',
  'x',
  'telegram',
  'instagram',
  'facebook',
  'tiktok',
  'vimeo',
  'spotify',
  'soundcloud',
  'datawrapper',
] as const;
export type EmbedProvider = (typeof EMBED_PROVIDERS)[number];
