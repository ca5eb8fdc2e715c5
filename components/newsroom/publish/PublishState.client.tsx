'use client';
import { useTranslations } from 'next-intl';
import type { WorkingArticle } from '@/lib/content/desk/desk';
import { formatPublicationDate } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { publication } from '@/publication.config';
import statusStyles from '../ui/status.module.css';

/** The article's status, and what readers do not see yet or no longer see. */
export function PublishState({ article, locale }: { article: WorkingArticle; locale: Locale }) {
  const t = useTranslations('Newsroom');
  const publish = useTranslations('NewsroomPublish');
  const { status } = article;
  return (
    <>
      <p>
        <span data-status={status} className={statusStyles.status}>
          {t(`status_${status}`)}
        </span>
      </p>
      {status === 'published' && article.version !== article.publishedVersion && (
        <p>{t('unpublishedChanges')}</p>
      )}
      {article.withdrawnReason && <p>{t('withdrawnFor', { reason: article.withdrawnReason })}</p>}
      {status === 'scheduled' && article.publishedAt && (
        <p>
          {publish('scheduledFor', {
            date: formatPublicationDate(article.publishedAt, locale),
            zone: publication.timeZone,
          })}
        </p>
      )}
    </>
  );
}
