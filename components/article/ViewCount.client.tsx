'use client';
import { useEffect, useState } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import { viewWords, type ViewWords } from './view-words';
import styles from './ArticlePage.module.css';

/** Counts this view once the page is really read, and shows the count. Its place is kept free: nothing moves. */
export function ViewCount({
  articleId,
  locale,
  words,
}: {
  articleId: number;
  locale: Locale;
  words: ViewWords;
}) {
  const [views, setViews] = useState<number | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const count = () => {
      fetch(`/api/views/${articleId}`, { method: 'POST', signal: leaving.signal })
        .then((answer) => (answer.ok ? (answer.json() as Promise<{ views: number }>) : null))
        .then((answer) => answer && setViews(answer.views))
        .catch(() => {
          // No network, or the reader left: the story reads as well without a number.
        });
    };
    // A page that the browser made ready beforehand is not read yet.
    if ((document as { prerendering?: boolean }).prerendering) {
      document.addEventListener('prerenderingchange', count, {
        once: true,
        signal: leaving.signal,
      });
    } else count();
    return () => leaving.abort();
  }, [articleId]);
  return (
    <span className={styles.views}>{views === null ? '' : viewWords(words, locale, views)}</span>
  );
}
