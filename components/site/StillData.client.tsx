'use client';
import { takeStill } from '@/lib/still-html';

/** JSON-LD that stands in the page once, as `StillHtml` does for text: it is not among the data that wakes it. */
export function StillData({
  still,
}: {
  /** Its number among what the print has kept, or the escaped JSON itself where nothing is printed. */
  still: number | string;
}) {
  const json = typeof still === 'number' ? takeStill(still) : still;
  return (
    <script
      type="application/ld+json"
      data-still={typeof still === 'number' ? still : undefined}
      dangerouslySetInnerHTML={{ __html: json }}
      suppressHydrationWarning
    />
  );
}
