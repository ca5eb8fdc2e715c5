'use client';
import { useTranslations } from 'next-intl';
import { ARTICLE_STATUSES, type ArticleStatus } from '@/lib/content/article';
import type { DeskNumbers, DeskQuery } from '@/lib/content/desk/desk';
import { EVERYTHING } from '@/lib/content/desk/desk-query';
import styles from './Desk.module.css';
import type { AskDesk } from './use-desk-query';

/** The desk's predefined views, each with its count where the count is useful for the work. */
export function Numbers({
  numbers,
  query,
  ask,
}: {
  numbers: DeskNumbers;
  query: DeskQuery;
  ask: AskDesk;
}) {
  const t = useTranslations('NewsroomDesk');
  const isPlain = !query.status && !query.isMine;
  const view = (name: string, isShown: boolean, change: Partial<DeskQuery>, count?: number) => (
    <li key={name}>
      <button
        type="button"
        aria-pressed={isShown}
        onClick={() => ask({ ...EVERYTHING, ...change })}
      >
        {name}
        {count !== undefined && <span className={styles.count}>{count}</span>}
      </button>
    </li>
  );
  const countOf = (status: ArticleStatus) =>
    status === 'published' || status === 'withdrawn' ? undefined : numbers[status];
  return (
    <ul className={styles.views} aria-label={t('views')}>
      {view(t('all'), isPlain, {})}
      {view(t('mine'), query.isMine, { isMine: true })}
      {ARTICLE_STATUSES.map((status) =>
        view(t(`view_${status}`), query.status === status, { status }, countOf(status)),
      )}
      {numbers.waiting !== null && numbers.waiting > 0 && (
        <li className={styles.waiting}>{t('waiting', { count: numbers.waiting })}</li>
      )}
    </ul>
  );
}
