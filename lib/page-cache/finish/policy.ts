/** The Content-Security-Policy of a response: nothing runs except our own files and what is hashed here. */
import { createHash } from 'node:crypto';
import { FRAME_ORIGINS } from '../../content/body/embed/embed-frame.ts';

/** The hash source of an inline script or style for a policy. */
export function hashOf(text: string | Buffer): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/**
 * The policy of a page.
 * @param inline - the text of each inline script and style that the page holds
 */
export function pagePolicy(inline: {
  scripts: readonly (string | Buffer)[];
  styles: readonly (string | Buffer)[];
}): string {
  const hashes = (texts: readonly (string | Buffer)[]) => [...new Set(texts.map(hashOf))].join(' ');
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes(inline.scripts)}`.trim(),
    `style-src 'self' ${hashes(inline.styles)}`.trim(),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `frame-src ${Object.values(FRAME_ORIGINS).join(' ')}`,
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/** The policy of a response that is not a page: it runs, loads and frames nothing. */
export const BARE_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
