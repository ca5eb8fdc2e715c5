import { permanentRedirect } from 'next/navigation';
import { addressOf } from '@/lib/addresses';
import { bareUrl } from '@/lib/page-tags';
import { findRedirect, hasRedirects } from '@/lib/publication/redirects';

/**
 * Leads a reader on from an address of a former site, or from another spelling of an address; without effect
 * behind `server.ts`, which has done so before.
 */
export async function leaveMoved(): Promise<void> {
  const url = bareUrl();
  if (url === null) return;
  // Where the database cannot be queried, the address is answered as if no redirect existed.
  const to = await formerTarget(url).catch(() => null);
  if (to !== null) permanentRedirect(to);
  const address = addressOf(url, undefined);
  if (address.kind === 'moved') permanentRedirect(address.to);
}

/** The present address for one of a former site; null where there is none. */
export const formerTarget = async (url: string): Promise<string | null> =>
  (await hasRedirects()) ? findRedirect(url) : null;
