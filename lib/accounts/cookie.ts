import { environment } from '../env.ts';
import { LONGEST_SESSION } from './sessions.ts';

/** Seconds after its last sign-in for which a browser is known. */
const DEVICE_IS_KNOWN = 180 * 86_400;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether the site is the machine's own, by plain http: not every browser keeps a Secure cookie there
 * (docs/decisions/0008).
 */
export function isLoopback(): boolean {
  const { protocol, hostname } = new URL(environment().SITE_URL);
  return protocol === 'http:' && LOOPBACK.has(hostname);
}

/** The name of the newsroom's cookie. */
export const cookieName = (): string => (isLoopback() ? 'newsroom' : '__Host-newsroom');

const deviceName = () => `${cookieName()}-device`;

/**
 * A Set-Cookie header.
 * @param token - null ends it
 */
export const sessionCookie = (token: string | null): string =>
  cookie(cookieName(), token ?? '', token === null ? 0 : LONGEST_SESSION / 1000);

/** The Set-Cookie header by which a browser is known at the next sign-in; signing out leaves it. */
export const deviceCookie = (known: string): string => cookie(deviceName(), known, DEVICE_IS_KNOWN);

function cookie(name: string, value: string, age: number): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Strict', ...(isLoopback() ? [] : ['Secure'])];
  return `${name}=${value}; ${attributes.join('; ')}; Max-Age=${age}`;
}

/** The session's token in a Cookie header; null where there is none. */
export const tokenIn = (header: string | null): string | null => valueIn(header, cookieName());

/** What a Cookie header says of earlier sign-ins; null where it says nothing. */
export const knownDeviceIn = (header: string | null): string | null =>
  valueIn(header, deviceName());

function valueIn(header: string | null, name: string): string | null {
  const pair = (header ?? '').split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) || null;
}
