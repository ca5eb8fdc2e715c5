/**
 * A browser in which somebody has signed in before: what strangers guess at the account, from wherever, does not
 * keep its owner out of it there. The cookie says nothing but that, and opens nothing by itself.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { keyFor } from './seal.ts';

/** What the cookie of one who has just signed in holds: the one that was brought, where it is theirs. */
export function knownDeviceFor(email: string, brought: string | null): string {
  if (brought !== null && deviceKnownTo(email, brought) !== null) return brought;
  const name = randomBytes(16).toString('base64url');
  return `${name}.${signatureOf(email, name)}`;
}

/**
 * The name of the browser that a cookie speaks of; null where it was not made by us for this account.
 * @param email - in small letters
 */
export function deviceKnownTo(email: string, brought: string | null): string | null {
  const [, name = '', signature = ''] = /^([\w-]{22})\.([\w-]{43})$/.exec(brought ?? '') ?? [];
  if (name === '') return null;
  const isOurs = timingSafeEqual(Buffer.from(signatureOf(email, name)), Buffer.from(signature));
  return isOurs ? name : null;
}

const signatureOf = (email: string, name: string) =>
  createHmac('sha256', keyFor('known devices')).update(`${name} ${email}`).digest('base64url');
