import type { PublicationLinks } from '@/publication.config';

const SERVICES = [
  ['x', 'X'],
  ['youtube', 'YouTube'],
  ['instagram', 'Instagram'],
  ['facebook', 'Facebook'],
  ['telegram', 'Telegram'],
  ['appStore', 'App Store'],
  ['googlePlay', 'Google Play'],
] as const satisfies readonly (readonly [keyof PublicationLinks, string])[];

export interface SocialLink {
  icon: keyof PublicationLinks;
  name: string;
  href: string;
}

/** The publication's profiles on other services, in a fixed order; services without a link are left out. */
export function socialLinks(links: PublicationLinks): SocialLink[] {
  return SERVICES.flatMap(([icon, name]) => {
    const href = links[icon];
    return href ? [{ icon, name, href }] : [];
  });
}
