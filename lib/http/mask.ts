/**
 * Addresses that contain a secret token (an invitation, a new password, a preview): anybody who knows one
 * gets in, so the log must not show it.
 */
const SECRET = /^(.*\/+(?:newsroom\/+join|preview)\/+)[^/?#]+/i;
const ESCAPE = /%([2-7][0-9a-f])/gi;

/**
 * Replaces the secret of an address by `…`, whatever the spelling in which it was requested.
 * @param path - as in the request line
 */
export function masked(path: string): string {
  const plain = path.replace(ESCAPE, (_, figures: string) =>
    String.fromCharCode(parseInt(figures, 16)),
  );
  return SECRET.test(plain) ? plain.replace(SECRET, '$1…') : path;
}
