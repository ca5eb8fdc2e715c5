/**
 * The part of a page's notes that a component may read where it is rendered to HTML. It stands apart from
 * `page-tags.ts`, because it goes to the browser too, where there is no notebook.
 */

/** Under this symbol of `globalThis` lies the notebook of the render that is under way. */
export const NOTEBOOK = Symbol.for('caliber.page-notes');

export interface StillStore {
  /** HTML that goes into the page as it is, by number. */
  still: string[];
}

interface Shared {
  [NOTEBOOK]?: { getStore(): StillStore | undefined };
  /** What `lib/page-cache/finish/page-script/still.ts` has remembered in the browser. */
  caliberStill?: Record<string, string>;
}

/**
 * HTML that was kept for the page that is being rendered; in the browser, the same HTML as it came with the
 * page: there it is only needed when the page has to be drawn anew.
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
