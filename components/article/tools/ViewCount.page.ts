import { viewsAddress } from '@/lib/api-addresses';
import { formatCount } from '@/lib/i18n/format-count';
import { firstWith, root, valueOf } from '../../ui/page-script';
import { viewCount } from './ViewCount.attributes';

/** Counts this view once the page is really read, and shows the count in its reserved place. */
export function atPageEnd(): void {
  const place = firstWith(viewCount.place);
  if (!place) return;
  const count = () => {
    fetch(viewsAddress(valueOf(place, viewCount.place)), { method: 'POST' })
      .then((answer) => (answer.ok ? (answer.json() as Promise<{ views: number }>) : null))
      .then((answer) => {
        if (!answer) return;
        const form = new Intl.PluralRules(root.lang).select(answer.views);
        const words =
          valueOf(place, viewCount.words + form) || valueOf(place, `${viewCount.words}other`);
        place.textContent = words.replace('{count}', formatCount(answer.views));
      })
      .catch(() => {
        // No network, or the reader left: the story is readable without a number.
      });
  };
  // A page that the browser prerendered is not read yet.
  if ((document as { prerendering?: boolean }).prerendering)
    document.addEventListener('prerenderingchange', count, { once: true });
  else addEventListener('load', count);
}
