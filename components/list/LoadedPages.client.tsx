'use client';
import { QueryClient, QueryClientProvider, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { listAddress } from '@/lib/api-addresses';
import type { ArticlePage } from '@/lib/content/article';
import { page as categoryPage } from '@/lib/pages/category';
import { ArticleList } from './ArticleList';
import type { ContinuationProps } from './Continuation.client';
import styles from './ListPage.module.css';
import { storedPages } from './stored-pages';

/**
 * Number of pages that load automatically; after them the reader presses a button, so that the footer stays
 * reachable.
 */
const BY_ITSELF = 3;
const NEAR = '600px';
const NO_PAGES: ArticlePage[] = [];

const client = new QueryClient({
  // Offline, a request fails with a message instead of waiting silently.
  defaultOptions: { queries: { retry: 1, staleTime: Infinity, networkMode: 'always' } },
});

/** The following stories, loaded page by page. */
export default function LoadedPages(props: ContinuationProps) {
  return (
    <QueryClientProvider client={client}>
      <Pages {...props} />
    </QueryClientProvider>
  );
}

function Pages(props: ContinuationProps) {
  const { locale, category, page, pageCount, excludeArticleId, skip = 0, labels } = props;
  const [stored] = useState(() => storedPages.read(props));
  const end = useRef<HTMLDivElement>(null);
  const list = useInfiniteQuery({
    queryKey: ['category', locale, category, page, excludeArticleId],
    initialPageParam: page + 1,
    ...(stored && {
      initialData: { pages: stored.pages, pageParams: stored.pages.map((loaded) => loaded.page) },
    }),
    queryFn: async ({ pageParam, signal }) => {
      const address = listAddress(locale, { category, page: pageParam, exclude: excludeArticleId });
      const answer = await fetch(address, { signal });
      if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
      return (await answer.json()) as ArticlePage;
    },
    getNextPageParam: (last) => (last.page < last.pageCount ? last.page + 1 : undefined),
  });
  const { data, fetchNextPage, hasNextPage, isError, isFetching } = list;
  const pages = data?.pages ?? NO_PAGES;
  const loadsByItself = pages.length < BY_ITSELF && hasNextPage && !isFetching && !isError;

  useLayoutEffect(() => {
    if (stored) scrollTo({ top: stored.scroll, behavior: 'instant' });
  }, [stored]);

  useEffect(() => {
    const keep = () =>
      storedPages.write({ locale, category, page, excludeArticleId }, pages, scrollY);
    addEventListener('pagehide', keep);
    return () => removeEventListener('pagehide', keep);
  }, [locale, category, page, excludeArticleId, pages]);

  useEffect(() => {
    if (!loadsByItself || !end.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && void fetchNextPage(),
      { rootMargin: NEAR },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [loadsByItself, fetchNextPage]);

  const last = pages.at(-1);
  // The total of added stories: it differs each time, so screen readers announce it each time.
  const added = pages.reduce((sum, { articles }) => sum + articles.length, 0) - skip;
  const nextPage = (last?.page ?? page) + 1;
  return (
    <>
      {pages.map((loaded, index) => (
        <div key={loaded.page} className={styles.added}>
          <ArticleList
            articles={loaded.articles.slice(index === 0 ? skip : 0)}
            hasCategory={false}
          />
        </div>
      ))}
      {/*
       * A new element per page: a reused one would visibly jump from above the new stories to below them.
       */}
      <div key={pages.length} className={styles.more} ref={end}>
        {isError && <p role="status">{labels.failed}</p>}
        {isFetching && <p>{labels.loading}</p>}
        {!isFetching && (isError || (hasNextPage && !loadsByItself)) && (
          <button type="button" onClick={() => void fetchNextPage()}>
            {isError ? labels.retry : labels.more}
          </button>
        )}
        {loadsByItself && nextPage <= pageCount && (
          <a href={categoryPage.href({ locale, category }, nextPage)}>{labels.more}</a>
        )}
        {data && !hasNextPage && <p>{labels.end}</p>}
      </div>
      <p role="status" className="hidden-visually">
        {added > 0 ? labels.loaded.replace('{count}', String(added)) : ''}
      </p>
    </>
  );
}
