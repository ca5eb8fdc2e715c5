/**
 * Which pages may be shown in a frame. Readers' pages and the newsroom's own may not; the newsroom shows an
 * article or a front as readers will see it, at several widths, in a frame of its own pages. The framed
 * page is requested with a session, which a frame on another site does not have (SameSite=Strict).
 */
export type Framing = 'none' | 'framed' | 'framing';

const PREVIEW = /^\/[a-z]{2}\/newsroom\/(?:article\/[1-9]\d{0,8}|front)\/preview(\/page)?$/;

/**
 * Whether a page may be framed, or contains a frame.
 * @param url - as in the request line: any other spelling of the address is never framed
 */
export function framingOf(url: string): Framing {
  const found = PREVIEW.exec(url.split('?', 1)[0] ?? '');
  if (!found) return 'none';
  return found[1] ? 'framed' : 'framing';
}

/** A page's policy, changed as its place in the preview requires. */
export function framedPolicy(policy: string, framing: Framing): string {
  switch (framing) {
    case 'none':
      return policy;
    case 'framed':
      return policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'");
    case 'framing':
      return policy.replace('frame-src ', "frame-src 'self' ");
  }
}
