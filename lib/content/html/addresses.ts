import type { EmbedProvider } from '../body/body.ts';
import { recogniseEmbed } from '../body/embed.ts';
import { isHref, isLocal } from '../body/href.ts';

/** Stands for a site whose address nobody knows: links within it stay paths, whatever path they lean on. */
const NOWHERE = 'https://site.invalid/';

/**
 * An address of a text as a link of ours may have it, by a browser's own reading of it.
 * @param base - the address of the page that it stood on, or its path alone where nobody knows the site's;
 *   null where neither is known
 * @returns null where it is none that may be followed: `javascript:`, `data:`, `tel:` …
 */
export function linkAddress(address: string, base: string | null): string | null {
  const trimmed = address.trim();
  if (trimmed === '') return null;
  if (trimmed.startsWith('#')) return isHref(trimmed) ? trimmed : null;
  const url = URL.parse(trimmed, URL.parse(base ?? '', NOWHERE) ?? NOWHERE);
  if (!url) return null;
  // A path stays a path: whatever page it stood on, it is one of the same site.
  const isPath =
    (trimmed.startsWith('/') && isLocal(trimmed)) || url.origin === new URL(NOWHERE).origin;
  const href = isPath ? url.pathname + url.search + url.hash : url.href;
  return isHref(href) ? href : null;
}

/** The post or film that an address leads to or plays, where it may be embedded; the address may lack its scheme. */
export function embedAddress(address: string): { provider: EmbedProvider; url: string } | null {
  return recogniseEmbed(address.trim().replace(/^\/\//, 'https://'));
}
