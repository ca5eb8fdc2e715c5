import { LOCALES } from '../i18n/locales.ts';

/** Days for which a copy holds: less than the year that RFC 9116 allows, since it is written anew each day. */
const HOLDS = 180;

/**
 * `/.well-known/security.txt` (RFC 9116): where to report a vulnerability of the portal.
 * @param site - the site's address, without a slash at its end
 * @param contact - of the publication; without an address of its own for this, the newsroom's
 */
export function writeSecurity(
  site: string,
  contact: { email: string; securityEmail?: string },
  now: Date,
): string {
  const expires = new Date(now.getTime() + HOLDS * 86_400_000);
  return [
    `Contact: mailto:${contact.securityEmail ?? contact.email}`,
    `Expires: ${expires.toISOString().slice(0, 10)}T00:00:00Z`,
    `Preferred-Languages: ${LOCALES.join(', ')}`,
    `Canonical: ${site}/.well-known/security.txt`,
    '',
  ].join('\n');
}
