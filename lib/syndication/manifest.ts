import { COLOURS } from '../../components/theme/look.ts';
import { publication } from '../../publication.config.ts';
import { DEFAULT_LOCALE } from '../i18n/locales.ts';

/** Pixels of the icons that `scripts/logo.ts` draws; the last may be masked to any shape. */
const ICONS = [
  { src: '/icon-192.png', sizes: '192x192', purpose: 'any' },
  { src: '/icon-512.png', sizes: '512x512', purpose: 'any' },
  { src: '/icon-maskable.png', sizes: '512x512', purpose: 'maskable' },
] as const;

/** The web application manifest: how the publication appears among a phone's own apps. */
export function writeManifest(): string {
  return JSON.stringify({
    id: '/',
    name: publication.name,
    short_name: publication.name,
    description: publication.descriptions[DEFAULT_LOCALE],
    // Redirects each reader to their own language.
    start_url: '/',
    scope: '/',
    // With a Back button: each page is one of many, and links lead to other sites.
    display: 'minimal-ui',
    // Shown before the page is.
    background_color: COLOURS.paper.light,
    theme_color: COLOURS.paper.light,
    icons: ICONS.map((icon) => ({ ...icon, type: 'image/png' })),
  });
}
