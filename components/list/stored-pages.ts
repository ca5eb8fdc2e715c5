import type { ArticlePage } from '@/lib/content/article';
import { isReturn } from './is-return';

/** The fields that identify a list. */
export interface ListIdentity {
  locale: string;
  category: string;
  page: number;
  excludeArticleId?: number | undefined;
}

/** The sessionStorage key of a list; the page script reads it too. */
export const listKey = ({ locale, category, page, excludeArticleId }: ListIdentity) =>
  `list:${locale}:${category}:${page}:${excludeArticleId ?? ''}`;

/**
 * The stories loaded into a list, in sessionStorage, so that Back restores the list and its scroll position.
 */
export const storedPages = {
  has(list: ListIdentity): boolean {
    return storedPages.read(list) !== null;
  },
  /**
   * @returns null if the reader did not come by Back or Forward, if nothing is stored, or if storage is
   *   blocked
   */
  read(list: ListIdentity): { pages: ArticlePage[]; scroll: number } | null {
    if (!isReturn()) return null;
    try {
      const stored = sessionStorage.getItem(listKey(list));
      return stored ? (JSON.parse(stored) as { pages: ArticlePage[]; scroll: number }) : null;
    } catch {
      return null;
    }
  },
  /** Removes a list stored on an earlier visit: Back from this visit must not restore it. */
  forgetUnlessReturned(list: ListIdentity): void {
    if (isReturn()) return;
    try {
      sessionStorage.removeItem(listKey(list));
    } catch {
      // Storage is blocked, so it contains nothing.
    }
  },
  /** @param scroll - vertical scroll position in CSS pixels */
  write(list: ListIdentity, pages: readonly ArticlePage[], scroll: number): void {
    // The reader left before the first stories loaded: an empty list would be restored as a complete one.
    if (pages.length === 0) return;
    try {
      sessionStorage.setItem(listKey(list), JSON.stringify({ pages, scroll }));
    } catch {
      // Storage is full or blocked: Back then starts at the top of the list.
    }
  },
};
