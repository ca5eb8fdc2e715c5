import { environment } from '../env.ts';
import { LONGEST_SESSION } from './sessions.ts';

/** Seconds after the last sign-in for which a browser counts as known. */
const DEVICE_IS_KNOWN = 180 * 86_400;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether the site's address is a loopback host with plain http: not every browser stores a Secure cookie
 * there (docs/decisions/0008).
 */
export function isLoopback(): boolean {
  const { protocol, hostname } = new URL(environment().SITE_URL);
  return protocol === 'http:' && LOOPBACK.has(hostname);
}

/** The name of the newsroom's session cookie. */
export const cookieName = (): string => (isLoopback() ? 'newsroom' : '__Host-newsroom');

const deviceName = () => `${cookieName()}-device`;

/**
 * The Set-Cookie header of the session.
 * @param token - null deletes the cookie
 */
export const sessionCookie = (token: string | null): string =>
  cookie(cookieName(), token ?? '', token === null ? 0 : LONGEST_SESSION / 1000);

/** The Set-Cookie header that makes a browser known at the next sign-in; signing out does not delete it. */
export const deviceCookie = (known: string): string => cookie(deviceName(), known, DEVICE_IS_KNOWN);

function cookie(name: string, value: string, age: number): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Strict', ...(isLoopback() ? [] : ['Secure'])];
  return `${name}=${value}; ${attributes.join('; ')}; Max-Age=${age}`;
}

/** The session's token in a Cookie header; null when there is none. */
export const tokenIn = (header: string | null): string | null => valueIn(header, cookieName());

/** The value of the device cookie in a Cookie header; null when there is none. */
export const knownDeviceIn = (header: string | null): string | null =>
  valueIn(header, deviceName());

function valueIn(header: string | null, name: string): string | null {
  const pair = (header ?? '').split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) || null;
}
