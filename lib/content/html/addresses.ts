import type { EmbedProvider } from '../body/embed/embed-providers.ts';
import { recogniseEmbed } from '../body/embed/embed.ts';
import { isHref, isLocal } from '../body/href.ts';

/** Stands for a site whose address is unknown: links within it stay paths, whatever they are relative to. */
const NOWHERE = 'https://site.invalid/';

/**
 * The address of a link in an imported text in the form in which we store it, by the URL standard.
 * @param base - the address of the page that contained it, or its path alone if the site's address is
 *   unknown; null if neither is known
 * @returns null if it is not an address that a link may have: `javascript:`, `data:`, `tel:` …
 */
export function linkAddress(address: string, base: string | null): string | null {
  const trimmed = address.trim();
  if (trimmed === '') return null;
  if (trimmed.startsWith('#')) return isHref(trimmed) ? trimmed : null;
  const url = URL.parse(trimmed, URL.parse(base ?? '', NOWHERE) ?? NOWHERE);
  if (!url) return null;
  // A path stays a path: it refers to the same site, whatever page contained it.
  const isPath =
    (trimmed.startsWith('/') && isLocal(trimmed)) || url.origin === new URL(NOWHERE).origin;
  const href = isPath ? url.pathname + url.search + url.hash : url.href;
  return isHref(href) ? href : null;
}

/**
 * The post or film that an address links to or plays, if it may be embedded; the address may lack its scheme.
 */
export function embedAddress(address: string): { provider: EmbedProvider; url: string } | null {
  return recogniseEmbed(address.trim().replace(/^\/\//, 'https://'));
}
