'use client';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import { page as categoryPage } from '@/lib/pages/category';
import { IslandBoundary } from '../site/IslandBoundary.client';
import { continuation } from './Continuation.attributes';
import { listKey, storedPages } from './stored-pages';
import styles from './ListPage.module.css';

const LoadedPages = lazy(() => import('./LoadedPages.client'));

export interface ContinuationLabels {
  more: string;
  loading: string;
  loaded: string;
  end: string;
  failed: string;
  retry: string;
}
export interface ContinuationProps {
  locale: Locale;
  category: string;
  /** The last page that the server rendered above. */
  page: number;
  pageCount: number;
  excludeArticleId?: number | undefined;
  /** Number of stories of the next page that the server already rendered above. */
  skip?: number;
  labels: ContinuationLabels;
}

/** Distance from the end of the list, in pixels, at which the next stories are requested. */
const NEAR = '600px';

/**
 * Loads more stories of a category when the reader is near the end of the list. Until then, and without
 * JavaScript, it is a link to the next page; the loading code itself is fetched only when needed.
 */
export function Continuation(props: ContinuationProps) {
  const { locale, category, page, pageCount, labels } = props;
  const [isNear, setIsNear] = useState(false);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    storedPages.forgetUnlessReturned(props);
    // A list to be restored counts as near: it has its full height only after its stories are loaded.
    const margin = storedPages.has(props) ? '100000px' : NEAR;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setIsNear(true),
      { rootMargin: margin },
    );
    if (end.current) observer.observe(end.current);
    return () => observer.disconnect();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the props never change while it is mounted
  }, []);
  if (page >= pageCount) return null;
  const link = (
    <div className={styles.more} ref={end} {...{ [continuation.list]: listKey(props) }}>
      <a href={categoryPage.href({ locale, category }, page + 1)}>{labels.more}</a>
    </div>
  );
  if (!isNear) return link;
  const failed = (
    <div className={styles.more}>
      <p role="status">{labels.failed}</p>
      <a href={categoryPage.href({ locale, category }, page + 1)}>{labels.more}</a>
    </div>
  );
  return (
    <IslandBoundary fallback={failed}>
      <Suspense fallback={link}>
        <LoadedPages {...props} />
      </Suspense>
    </IslandBoundary>
  );
}
