/**
 * The form in which an old address is kept and asked for: decoded, in small letters, without doubled or
 * trailing slashes, so that each spelling of it leads on in one hop. A query belongs to it.
 */
export function redirectKey(address: string): string {
  const [, path = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(address) ?? [];
  const tidy = decoded(path).normalize('NFC').toLowerCase().replace(/\/+/g, '/');
  return (tidy.length > 1 ? tidy.replace(/\/$/, '') : tidy) + (query === '?' ? '' : query);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
