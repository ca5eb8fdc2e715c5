import type { Page } from '@playwright/test';

/**
 * How much of what stood on a page has moved by itself: the sum that search engines judge by.
 * @param within - a selector: only what moved in there counts
 */
export const layoutShiftOf = (page: Page, within = ':root'): Promise<number> =>
  page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        interface Shift extends PerformanceEntry {
          value: number;
          sources: { node: Node | null }[];
        }
        const place = document.querySelector(selector);
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries() as Shift[])
            if (sources.some(({ node }) => place?.contains(node))) sum += value;
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      }),
    within,
  );
