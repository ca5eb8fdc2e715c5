import type { ArticlePage } from '@/lib/content/article';

/** What tells one list apart from another. */
export interface ListIdentity {
  locale: string;
  category: string;
  page: number;
  excludeArticleId?: number | undefined;
}

/** The name under which the tab keeps a list; the page's own script looks for it too. */
export const listKey = ({ locale, category, page, excludeArticleId }: ListIdentity) =>
  `list:${locale}:${category}:${page}:${excludeArticleId ?? ''}`;

/** Whether the reader came here by Back or Forward: only then is the list put back as it was. */
function isReturn(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'back_forward';
}

/** The stories that were loaded into a list, kept by the tab, so that Back finds them where they were. */
export const storedPages = {
  has(list: ListIdentity): boolean {
    return storedPages.read(list) !== null;
  },
  read(list: ListIdentity): { pages: ArticlePage[]; scroll: number } | null {
    if (!isReturn()) return null;
    try {
      const stored = sessionStorage.getItem(listKey(list));
      return stored ? (JSON.parse(stored) as { pages: ArticlePage[]; scroll: number }) : null;
    } catch {
      return null;
    }
  },
  /** What was kept of an earlier visit is not what Back from this one leads to. */
  forgetUnlessReturned(list: ListIdentity): void {
    if (isReturn()) return;
    try {
      sessionStorage.removeItem(listKey(list));
    } catch {
      // A closed store holds nothing.
    }
  },
  write(list: ListIdentity, pages: readonly ArticlePage[], scroll: number): void {
    // Left before the first stories came: a list of nothing would be put back as one at its end.
    if (pages.length === 0) return;
    try {
      sessionStorage.setItem(listKey(list), JSON.stringify({ pages, scroll }));
    } catch {
      // A full or closed store: Back begins at the top of the list then.
    }
  },
};
