'use client';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import { IslandBoundary } from '../site/IslandBoundary.client';
import { pageAddress } from './page-address';
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
  /** The last page that the server has put above. */
  page: number;
  pageCount: number;
  excludeArticleId?: number | undefined;
  /** Stories of the next page that the server has put above already. */
  skip?: number;
  labels: ContinuationLabels;
}

/** Distance from the end of the list, in pixels, at which the next stories are asked for. */
const NEAR = '600px';

/**
 * More of a category as the reader nears the end of what is there. Until then, and without JavaScript, it
 * is a link to the next page; what loads the stories is itself fetched only when it is needed.
 */
export function Continuation(props: ContinuationProps) {
  const { locale, category, page, pageCount, labels } = props;
  const [isNear, setIsNear] = useState(false);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    storedPages.forgetUnlessReturned(props);
    // A list that is put back as it was is as good as near: its height comes with its stories.
    const margin = storedPages.has(props) ? '100000px' : NEAR;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setIsNear(true),
      { rootMargin: margin },
    );
    if (end.current) observer.observe(end.current);
    return () => observer.disconnect();
    // The properties of a page never change while it is there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  if (page >= pageCount) return null;
  const link = (
    <div className={styles.more} ref={end} data-list={listKey(props)}>
      <a href={pageAddress(locale, category, page + 1)}>{labels.more}</a>
    </div>
  );
  if (!isNear) return link;
  const failed = (
    <div className={styles.more}>
      <p role="status">{labels.failed}</p>
      <a href={pageAddress(locale, category, page + 1)}>{labels.more}</a>
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
