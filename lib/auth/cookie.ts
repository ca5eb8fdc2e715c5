import { environment } from '../env.ts';
import { LONGEST_SESSION } from './sessions.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Plain http on the machine itself: not every browser keeps a Secure cookie there (docs/decisions/0008). */
function isLoopback(): boolean {
  const { protocol, hostname } = new URL(environment().SITE_URL);
  return protocol === 'http:' && LOOPBACK.has(hostname);
}

/** The name of the newsroom's cookie. */
export const cookieName = (): string => (isLoopback() ? 'newsroom' : '__Host-newsroom');

/**
 * A Set-Cookie header.
 * @param token - null ends it
 */
export function sessionCookie(token: string | null): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Strict', ...(isLoopback() ? [] : ['Secure'])];
  const age = token === null ? 0 : LONGEST_SESSION / 1000;
  return `${cookieName()}=${token ?? ''}; ${attributes.join('; ')}; Max-Age=${age}`;
}

/** The session's token in a Cookie header; null where there is none. */
export function tokenIn(header: string | null): string | null {
  const name = `${cookieName()}=`;
  const pair = (header ?? '').split(/;\s*/).find((part) => part.startsWith(name));
  return pair?.slice(name.length) || null;
}
