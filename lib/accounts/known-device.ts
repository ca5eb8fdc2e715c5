/**
 * A browser in which a user has signed in before: failed sign-in attempts of strangers, from any network, do
 * not block the account's owner there. The cookie contains nothing else, and gives no access by itself.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { keyFor } from './seal.ts';

/**
 * The value of the device cookie after a sign-in: the present one when it is valid for the account, else a
 * new one.
 * @param email - in lower case
 * @param brought - the value that the browser sent; null when it sent none
 */
export function knownDeviceFor(email: string, brought: string | null): string {
  if (brought !== null && deviceKnownTo(email, brought) !== null) return brought;
  const name = randomBytes(16).toString('base64url');
  return `${name}.${signatureOf(email, name)}`;
}

/**
 * The random name of the browser in a device cookie; null when we did not sign the cookie for this account.
 * @param email - in lower case
 * @param brought - the value that the browser sent; null when it sent none
 */
export function deviceKnownTo(email: string, brought: string | null): string | null {
  const [, name = '', signature = ''] = /^([\w-]{22})\.([\w-]{43})$/.exec(brought ?? '') ?? [];
  if (name === '') return null;
  const isOurs = timingSafeEqual(Buffer.from(signatureOf(email, name)), Buffer.from(signature));
  return isOurs ? name : null;
}

const signatureOf = (email: string, name: string) =>
  createHmac('sha256', keyFor('known devices')).update(`${name} ${email}`).digest('base64url');
