/**
 * The part of a page's notes that a component may read where it is rendered to HTML. It stands apart from
 * `page-tags.ts`, because it goes to the browser too, where there is no notebook.
 */

/** Under this symbol of `globalThis` lies the notebook of the print that is under way. */
export const NOTEBOOK = Symbol.for('caliber.page-notes');

export interface StillStore {
  /** HTML that goes into the page as it is, by number. */
  still: string[];
}

/** HTML that was kept for the page that is being printed; empty in the browser, which has it already. */
export function takeStill(number: number): string {
  const shared = globalThis as { [NOTEBOOK]?: { getStore(): StillStore | undefined } };
  return shared[NOTEBOOK]?.getStore()?.still[number] ?? '';
}
