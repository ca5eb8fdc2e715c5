/** Maximum length of a link's address, in characters. */
const LONGEST = 2048;
/** Stands for this site, which a path must not leave through its spelling. */
const HERE = 'https://site.invalid';

/**
 * Whether a link may point to an address: http(s), mailto, a path on this site, or a fragment; nothing
 * executable.
 */
export function isHref(address: string): boolean {
  if (address.length > LONGEST) return false;
  if (/^[/#]/.test(address)) return isLocal(address);
  return /^(https?:\/\/|mailto:)/i.test(address) && URL.canParse(address);
}

/**
 * Whether a browser stays on this site when it follows an address, by the URL standard: a backslash counts as
 * a slash, and a tab is ignored.
 */
export const isLocal = (address: string): boolean => URL.parse(address, HERE)?.origin === HERE;
