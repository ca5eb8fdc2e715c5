import { formatCount } from '../../../i18n/format-count.ts';
import { root } from './press-of.ts';

/** Counts this view once the page is really read, and shows the count in its reserved place. */
export function countView(): void {
  const place = document.querySelector<HTMLElement>('[data-views]');
  if (!place) return;
  const count = () => {
    fetch(`/api/views/${place.dataset['views']}`, { method: 'POST' })
      .then((answer) => (answer.ok ? (answer.json() as Promise<{ views: number }>) : null))
      .then((answer) => {
        if (!answer) return;
        const { lang } = root;
        const form = new Intl.PluralRules(lang).select(answer.views);
        const words = place.dataset[form] ?? place.dataset['other'] ?? '';
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
