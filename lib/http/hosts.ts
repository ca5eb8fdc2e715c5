/** The names under which the portal is asked for. */
import type { Refusal } from './refusal.ts';

const HERE = ['localhost', '127.0.0.1', '[::1]'];

const withoutPort = (host: string): string => host.toLowerCase().replace(/:\d{1,5}$/, '');

/** Whether a Host header names the machine itself. */
export const isHere = (host: string): boolean => HERE.includes(withoutPort(host));

/**
 * Makes what refuses a request that was meant for another site.
 * @param allowed - hosts as the Host header has them, with or without a port; null takes any, for a portal
 *   that was not told its own name. A page never says by which name it was asked for.
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
