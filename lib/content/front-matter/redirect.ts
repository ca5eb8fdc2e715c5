/**
 * The normal form in which an old address is stored and looked up: decoded, in lower case, without doubled or
 * trailing slashes, so that each spelling of it redirects in one hop. The query is part of it.
 */
export function redirectKey(address: string): string {
  const [, path = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(address) ?? [];
  const tidy = decoded(path).normalize('NFC').toLowerCase().replace(/\/+/g, '/');
  return (tidy.length > 1 ? tidy.replace(/\/$/, '') : tidy) + (query === '?' ? '' : query);
}

/** Parameters that newsletters and networks append to an address: no site uses them to distinguish pages. */
const TRACKING =
  /^(?:utm_\w*|[a-z]*clid|_openstat|mc_[ce]id|mkt_tok|igshid|_ga|_gl|ref_src|fb_\w+)$/i;
/** Parameters whose combinations are all looked up: 2⁶ addresses at most. */
const MOST_CHOSEN = 6;

/**
 * The keys under which an address may be stored, the most likely first: as it was requested, then without
 * tracking parameters, then with fewer and fewer of its other parameters, last with none.
 */
export function redirectKeys(address: string): string[] {
  const key = redirectKey(address);
  const [path = '', query = ''] = key.split(/\?(.*)/s);
  const own = query.split('&').filter((part) => part && !TRACKING.test(part.split('=')[0] ?? ''));
  const chosen = own.slice(0, MOST_CHOSEN);
  const choices = Array.from({ length: 2 ** chosen.length }, (_, choice) =>
    chosen.filter((_part, at) => choice & (1 << at)),
  ).sort((one, other) => other.length - one.length);
  return [
    ...new Set([
      key,
      ...[own, ...choices].map((parts) => path + (parts.length > 0 ? `?${parts.join('&')}` : '')),
    ]),
  ];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
