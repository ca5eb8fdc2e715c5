'use client';
import { takeStill } from '@/lib/still-html';

export type StillElement = 'div' | 'p' | 'h2' | 'h3' | 'h4';

/**
 * HTML that no script ever touches. The framework sends what it rendered twice, as HTML and as data to
 * wake it with; this stands in the page once. React leaves the inside of such an element as it finds it,
 * so that the browser need not have the text a second time.
 */
export function StillHtml({
  as: Element = 'div',
  className,
  still,
}: {
  /** The element that holds it. */
  as?: StillElement;
  className?: string | undefined;
  /** Its number among what the print has kept, or the HTML itself where nothing is printed. */
  still: number | string;
}) {
  const html = typeof still === 'number' ? takeStill(still) : still;
  return (
    <Element
      className={className}
      data-still={typeof still === 'number' ? still : undefined}
      dangerouslySetInnerHTML={{ __html: html }}
      suppressHydrationWarning
    />
  );
}
