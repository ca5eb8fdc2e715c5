/** The most characters that an address of a link has. */
const LONGEST = 2048;
/** Stands for our own site, which a link may not leave by the way in which it is written. */
const HERE = 'https://site.invalid';

/** Whether a link may point to an address: http(s), mailto, a path of ours, or a fragment; nothing that runs. */
export function isHref(address: string): boolean {
  if (address.length > LONGEST) return false;
  if (/^[/#]/.test(address)) return isLocal(address);
  return /^(https?:\/\/|mailto:)/i.test(address) && URL.canParse(address);
}

/**
 * Whether a browser stays with us when it follows an address, by the URL standard: a backslash is a slash to
 * it, and a tab is nothing.
 */
export const isLocal = (address: string): boolean => URL.parse(address, HERE)?.origin === HERE;
