/**
 * The part of a page's notes that a component may read while it is rendered to HTML. It is separate from
 * `page-tags.ts`, because it is also sent to the browser, where no notes exist.
 */

/** The key on `globalThis` of the store that holds the notes of the current render. */
export const NOTEBOOK = Symbol.for('caliber.page-notes');

export interface StillStore {
  /** HTML that is inserted into the page unchanged, by number. */
  still: string[];
}

interface Shared {
  [NOTEBOOK]?: { getStore(): StillStore | undefined };
  /** What `lib/page-cache/finish/page-script/still.ts` has saved in the browser. */
  caliberStill?: Record<string, string>;
}

/**
 * HTML that was stored for the page being rendered; in the browser, the same HTML as it was delivered with
 * the page: there it is needed only if the page has to be rendered again.
 * @param number - as {@link keepStill} returned it
 * @returns '' where there is none
 */
export function takeStill(number: number): string {
  const shared = globalThis as Shared;
  if (typeof document === 'undefined') return shared[NOTEBOOK]?.getStore()?.still[number] ?? '';
  return (
    shared.caliberStill?.[number] ??
    document.querySelector(`[data-still="${number}"]`)?.innerHTML ??
    ''
  );
}
