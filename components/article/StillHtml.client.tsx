'use client';
import { STILL, takeStill } from '@/lib/still-html';

export type StillElement = 'div' | 'p' | 'h2' | 'h3' | 'h4';

/**
 * Static HTML that React does not hydrate. The framework sends rendered output twice: as HTML and as
 * hydration data. This HTML is sent once: React does not touch the content of such an element, so the browser
 * does not need the text a second time.
 */
export function StillHtml({
  as: Element = 'div',
  className,
  still,
}: {
  /** The tag of the wrapping element. */
  as?: StillElement;
  className?: string | undefined;
  /** The HTML's index in the store of the current render, or the HTML itself outside of one. */
  still: number | string;
}) {
  const html = typeof still === 'number' ? takeStill(still) : still;
  return (
    <Element
      className={className}
      {...{ [STILL]: typeof still === 'number' ? still : undefined }}
      dangerouslySetInnerHTML={{ __html: html }}
      suppressHydrationWarning
    />
  );
}
