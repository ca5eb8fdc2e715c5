import { LOCALES } from '../i18n/locales.ts';

/**
 * Days for which a copy is valid: less than the year that RFC 9116 allows, because it is generated again
 * each day.
 */
const HOLDS = 180;

/**
 * `/.well-known/security.txt` (RFC 9116): where to report a vulnerability of the portal.
 * @param site - the site's address, without a slash at its end
 * @param contact - the publication's; without an e-mail address for security, the newsroom's is used
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
