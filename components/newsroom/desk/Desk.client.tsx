'use client';
import { useTranslations } from 'next-intl';
import type { DeskNumbers, DeskPage } from '@/lib/content/desk/desk';
import { EVERYTHING } from '@/lib/content/desk/desk-query';
import { formatTime } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { NewArticle } from '../NewArticle.client';
import controls from '../ui/controls.module.css';
import { useSentence } from '../use-sentence';
import { Alarms } from './Alarms.client';
import styles from './Desk.module.css';
import { DeskFilters } from './DeskFilters.client';
import { DeskTable } from './DeskTable.client';
import { Numbers } from './Numbers.client';
import { useDesk, useNumbers, useQuickActions } from './use-desk';
import { useDeskQuery } from './use-desk-query';
import { useRowKeys } from './use-row-keys';
import { ViewsPlot } from './ViewsPlot';

export interface DeskProps {
  locale: Locale;
  /** The data that the server read for the requested address, and when (`at`, Unix time in milliseconds). */
  first: { address: string; page: DeskPage; numbers: DeskNumbers; at: number };
  categories: readonly { slug: string; name: string }[];
}

/** The desk: all articles of the newsroom, refreshed live; the search words and filters are in the URL. */
export function Desk({ locale, first, categories }: DeskProps) {
  const t = useTranslations('NewsroomDesk');
  const sentence = useSentence();
  const { query, address, ask } = useDeskQuery();
  const desk = useDesk(locale, address, first);
  const numbers = useNumbers(first);
  const quick = useQuickActions(locale, address);
  const { root, onKeyDown } = useRowKeys();
  const { data: page } = desk;
  const isFiltered = address !== '' && query.after === null;
  return (
    <div onKeyDown={onKeyDown} ref={root} data-live={desk.isFetchedAfterMount || undefined}>
      <div className={styles.head}>
        <h1>{t('desk')}</h1>
        <Numbers numbers={numbers.data} query={query} ask={ask} />
        <ViewsPlot hours={numbers.data.hours} />
      </div>
      <Alarms locale={locale} numbers={numbers.data} />
      <NewArticle locale={locale} categories={categories} />
      <DeskFilters locale={locale} query={query} ask={ask} categories={categories} />
      <div role="alert" className={controls.alert}>
        {quick.refused && `${quick.refused.headline}: ${sentence(quick.refused.cause)}`}
      </div>
      {desk.error && (
        <p role="status" className={controls.alert}>
          {sentence(desk.error)}{' '}
          {page && t('shownAsOf', { time: formatTime(new Date(desk.dataUpdatedAt).toISOString()) })}{' '}
          <button type="button" className={controls.plain} onClick={() => void desk.refetch()}>
            {t('again')}
          </button>
        </p>
      )}
      {!page ? (
        !desk.error && <p className={styles.empty}>{t('loading')}</p>
      ) : page.rows.length === 0 ? (
        <div className={styles.empty}>
          <p>{isFiltered ? t('nothingFound') : t('nothingYet')}</p>
          {isFiltered && (
            <button type="button" className={controls.plain} onClick={() => ask(EVERYTHING)}>
              {t('clear')}
            </button>
          )}
        </div>
      ) : (
        <DeskTable
          locale={locale}
          page={page}
          categories={categories}
          isStandIn={desk.isPlaceholderData}
          onQuick={quick.run}
        />
      )}
      <nav className={styles.pages} aria-label={t('pages')}>
        {query.after !== null && (
          <button type="button" className={controls.plain} onClick={() => ask({ after: null })}>
            {t('firstPage')}
          </button>
        )}
        {page?.next && (
          <button
            type="button"
            className={controls.plain}
            onClick={() => ask({ after: page.next })}
          >
            {t('nextPage')}
          </button>
        )}
        <p className={styles.keys}>{t('keys')}</p>
      </nav>
    </div>
  );
}
