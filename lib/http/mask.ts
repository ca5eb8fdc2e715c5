/** Addresses that let whoever has them in, an invitation's, a new password's or a preview's, as a log may show them. */
const SECRET = /^(.*\/+(?:newsroom\/+join|preview)\/+)[^/?#]+/i;
const ESCAPE = /%([2-7][0-9a-f])/gi;

/**
 * Puts `…` in the place of an address's secret, in whatever spelling it was asked for.
 * @param path - as the request line has it
 */
export function masked(path: string): string {
  const plain = path.replace(ESCAPE, (_, figures: string) =>
    String.fromCharCode(parseInt(figures, 16)),
  );
  return SECRET.test(plain) ? plain.replace(SECRET, '$1…') : path;
}
