import type { BreadcrumbList } from 'schema-dts';

/** One step of the way to a page. */
export interface Step {
  name: string;
  /** Whole. */
  address: string;
}

/** The way from the front to a page, at least two steps, the page's own or its list's last. */
export const breadcrumbsOf = (steps: readonly [Step, Step, ...Step[]]) =>
  ({
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, address }, index) => ({
      '@type': 'ListItem' as const,
      position: index + 1,
      name,
      item: address,
    })),
  }) as const satisfies BreadcrumbList;
