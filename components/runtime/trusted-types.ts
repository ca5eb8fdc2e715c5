import { HYDRATION_DATA } from '@/lib/runtime-list';
import { savedStills } from '@/lib/still-html';

/** The part of the browser's Trusted Types that we use; TypeScript does not know it yet. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string; createHTML: (html: string) => string },
  ): unknown;
}

/** Folders of the portal's own scripts. */
const OWN = ['/_next/static/', HYDRATION_DATA];

/**
 * The page's only Trusted Types policy: it accepts files of the portal's own, and HTML that was delivered
 * with the page itself. Anything else that is given to the browser as a script or as HTML is refused.
 */
export function trustOwnFiles(): void {
  (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => {
      const { origin, pathname } = new URL(url, location.href);
      if (origin === location.origin && OWN.some((folder) => pathname.startsWith(folder)))
        return url;
      throw new TypeError(`Not ours: ${url}`);
    },
    createHTML: (html) => {
      if (html === '' || Object.values(savedStills()).includes(html)) return html;
      throw new TypeError('Not of this page.');
    },
  });
}
