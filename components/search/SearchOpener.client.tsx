'use client';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import type { SearchLabels } from './search-labels';

const SearchOverlay = lazy(() => import('./SearchOverlay.client'));

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable]') !== null;

/**
 * Opens the search over the page: by a link marked `data-search-open`, which leads to the search page
 * where this does not run, and by `/`. The overlay itself is fetched when it is first asked for.
 */
export function SearchOpener({ locale, labels }: { locale: Locale; labels: SearchLabels }) {
  const [isOpen, setIsOpen] = useState(false);
  const close = useCallback(() => setIsOpen(false), []);
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      const link = (event.target as Element).closest('[data-search-open]');
      if (!link || !isPlain) return;
      event.preventDefault();
      setIsOpen(true);
    };
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key !== '/' ||
        event.metaKey ||
        event.ctrlKey ||
        event.altKey ||
        isTyping(event.target)
      )
        return;
      event.preventDefault();
      setIsOpen(true);
    };
    document.addEventListener('click', onClick);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('click', onClick);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return isOpen ? (
    <Suspense fallback={null}>
      <SearchOverlay locale={locale} labels={labels} onClose={close} />
    </Suspense>
  ) : null;
}
