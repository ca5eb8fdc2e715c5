import { stills } from './still.ts';

/** The part of the browser's Trusted Types that we use; TypeScript does not know it yet. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string; createHTML: (html: string) => string },
  ): unknown;
}

/** Folders of the portal's own scripts. */
const OWN = /^\/(_next\/static|_press)\//;

/**
 * The page's only Trusted Types policy: it accepts files of the portal's own, and HTML that was delivered
 * with the page itself. Anything else that is given to the browser as a script or as HTML is refused.
 */
export function trustOwnFiles(): void {
  (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => {
      const { origin, pathname } = new URL(url, location.href);
      if (origin === location.origin && OWN.test(pathname)) return url;
      throw new TypeError(`Not ours: ${url}`);
    },
    createHTML: (html) => {
      if (html === '' || Object.values(stills()).includes(html)) return html;
      throw new TypeError('Not of this page.');
    },
  });
}
