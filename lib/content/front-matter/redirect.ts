/**
 * The form in which an old address is kept and asked for: decoded, in small letters, without doubled or
 * trailing slashes, so that each spelling of it leads on in one hop. A query belongs to it.
 */
export function redirectKey(address: string): string {
  const [, path = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(address) ?? [];
  const tidy = decoded(path).normalize('NFC').toLowerCase().replace(/\/+/g, '/');
  return (tidy.length > 1 ? tidy.replace(/\/$/, '') : tidy) + (query === '?' ? '' : query);
}

/** What newsletters and networks hang on to an address: no site ever told its pages apart by it. */
const TRACKING =
  /^(?:utm_\w*|[a-z]*clid|_openstat|mc_[ce]id|mkt_tok|igshid|_ga|_gl|ref_src|fb_\w+)$/i;
/** Parameters of which every choice is looked for: 2⁶ addresses at most. */
const MOST_CHOSEN = 6;

/**
 * The keys under which an address may be kept, the likeliest first: as it was asked for, then without what
 * tracks its reader, then with fewer and fewer of its other parameters, last with none.
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
