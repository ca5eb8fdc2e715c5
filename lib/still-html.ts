/**
 * HTML that is inserted into a page unchanged, as the server and the browser keep it. It is separate from
 * `page-tags.ts`, because it is also sent to the browser, where no notes exist.
 */

/** The key on `globalThis` of the store that holds the notes of the current render. */
export const NOTEBOOK = /* @__PURE__ */ Symbol.for('caliber.page-notes');

export interface StillStore {
  /** HTML that is inserted into the page unchanged, by number. */
  still: string[];
}

/** On an element that holds such HTML: its number. */
export const STILL = 'data-still';

type Stills = Record<string, string>;

interface Shared {
  [NOTEBOOK]?: { getStore(): StillStore | undefined };
  /** What {@link saveStills} has saved: the page script and the runtime are different bundles. */
  caliberStill?: Stills;
}

/**
 * In the browser: saves the still HTML of the page, before the runtime starts. Hydration leaves it
 * unchanged, unless something else has changed the page meanwhile, for example a translator: then React
 * renders the page again, and needs it.
 */
export function saveStills(): void {
  const stills: Stills = {};
  for (const part of document.querySelectorAll(`[${STILL}]`))
    stills[part.getAttribute(STILL) ?? ''] = part.innerHTML;
  (globalThis as Shared).caliberStill = stills;
}

/** What {@link saveStills} has saved, by number. */
export const savedStills = (): Stills => (globalThis as Shared).caliberStill ?? {};

/**
 * HTML that was stored for the page being rendered; in the browser, the same HTML as it was delivered with
 * the page: there it is needed only if the page has to be rendered again.
 * @param number - as {@link keepStill} returned it
 * @returns '' where there is none
 */
export function takeStill(number: number): string {
  const shared = globalThis as Shared;
  if (typeof document === 'undefined') return shared[NOTEBOOK]?.getStore()?.still[number] ?? '';
  return savedStills()[number] ?? document.querySelector(`[${STILL}="${number}"]`)?.innerHTML ?? '';
}
