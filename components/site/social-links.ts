import {
  siAppstore,
  siFacebook,
  siGoogleplay,
  siInstagram,
  siTelegram,
  siX,
  siYoutube,
} from 'simple-icons';
import type { PublicationLinks } from '@/publication.config';

const SERVICES = [
  ['x', 'X', siX.path],
  ['youtube', 'YouTube', siYoutube.path],
  ['instagram', 'Instagram', siInstagram.path],
  ['facebook', 'Facebook', siFacebook.path],
  ['telegram', 'Telegram', siTelegram.path],
  ['appStore', 'App Store', siAppstore.path],
  ['googlePlay', 'Google Play', siGoogleplay.path],
] as const satisfies readonly (readonly [keyof PublicationLinks, string, string])[];

export interface SocialLink {
  name: string;
  href: string;
  path: string;
}

/** The services on which the publication is to be found, in our order; what is not set is left out. */
export function socialLinks(links: PublicationLinks): SocialLink[] {
  return SERVICES.flatMap(([key, name, path]) => {
    const href = links[key];
    return href ? [{ name, href, path }] : [];
  });
}
