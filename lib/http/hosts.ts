/** The host names under which the portal is requested. */
import type { Refusal } from './refusal.ts';

const HERE = ['localhost', '127.0.0.1', '[::1]'];

const withoutPort = (host: string): string => host.toLowerCase().replace(/:\d{1,5}$/, '');

/** Whether a Host header names the machine itself. */
export const isHere = (host: string): boolean => HERE.includes(withoutPort(host));

/**
 * Creates the check that refuses a request meant for another site.
 * @param allowed - hosts as in the Host header, with or without a port; null accepts any, for a portal
 *   without a configured name. A page never shows the name under which it was requested.
 */
export function hostCheck(
  allowed: readonly string[] | null,
): (host: string | undefined) => Refusal | null {
  if (allowed === null) return () => null;
  const names = new Set([...allowed, ...HERE].map((host) => host.toLowerCase()));
  const isOurs = (host: string): boolean => {
    return names.has(host.toLowerCase()) || names.has(withoutPort(host));
  };
  return (host) => {
    if (host !== undefined && (names.has(host) || isOurs(host))) return null;
    return { status: 421, sentence: 'No site of this name is served here.' };
  };
}
