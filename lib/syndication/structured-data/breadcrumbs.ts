import type { BreadcrumbList } from 'schema-dts';

/** One step of the path to a page. */
export interface Step {
  name: string;
  /** Absolute. */
  address: string;
}

/** The path from the front to a page, of at least two steps; the last is the page itself or its list. */
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
