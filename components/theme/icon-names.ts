/** The icons of `public/icons.svg`. */
export const ICON_NAMES = [
  'menu',
  'search',
  'sun',
  'moon',
  'print',
  'link',
  'mail',
  'share',
  'x',
  'youtube',
  'instagram',
  'facebook',
  'telegram',
  'appStore',
  'googlePlay',
  'whatsapp',
] as const;
export type IconName = (typeof ICON_NAMES)[number];
