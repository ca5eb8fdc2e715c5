import { getTranslations } from 'next-intl/server';
import type { Article } from '@/lib/content/article';
import { formatMoment, formatPublicationDate, formatZonedDate } from '@/lib/i18n/formats';
import styles from './ArticlePage.module.css';
import { Byline } from './Byline';
import { CopyLink } from './tools/CopyLink';
import { PrintButton } from './tools/PrintButton';
import { ShareRow } from './tools/ShareRow';
import { TextSize } from './tools/TextSize';
import toolStyles from './tools/Tools.module.css';
import { ViewCount } from './tools/ViewCount';

/** The line between the standfirst and the text: authors, dates, reading time, views, and the tools. */
export async function ArticleLine({
  article,
  address,
  isPreview,
}: {
  article: Article;
  /** The article's absolute URL, used for sharing. */
  address: string;
  /** A preview: views are not counted. */
  isPreview: boolean;
}) {
  const { locale, headline } = article;
  const t = await getTranslations({ locale, namespace: 'Article' });
  return (
    <footer className={styles.line}>
      {/* The spaces matter without the style sheet: in text browsers and copied text. */}
      <p className={styles.facts}>
        {article.authors.length > 0 && (
          <span className={styles.byline}>
            <Byline authors={article.authors} locale={locale} />
          </span>
        )}{' '}
        <span>
          <span className="hidden-visually">{t('published')} </span>
          <time dateTime={formatMoment(article.publishedAt)}>
            {formatZonedDate(article.publishedAt, locale)}
          </time>
        </span>{' '}
        {article.updatedAt && (
          <time
            dateTime={formatMoment(article.updatedAt)}
            title={formatZonedDate(article.updatedAt, locale)}
          >
            {t('updated', { date: formatPublicationDate(article.updatedAt, locale) })}
          </time>
        )}{' '}
        <span data-screen-only>{t('readingTime', { minutes: article.readingMinutes })}</span>{' '}
        {!isPreview && (
          <span data-screen-only>
            <ViewCount className={styles.views} articleId={article.id} locale={locale} />
          </span>
        )}
      </p>
      <div className={toolStyles.tools} role="group" aria-label={t('tools')} data-screen-only>
        <TextSize
          labels={{
            smaller: t('smaller'),
            larger: t('larger'),
            said: t.raw('textSize') as string,
          }}
        />
        <PrintButton label={t('print')} />
        <CopyLink labels={{ copy: t('copy'), copied: t('copied'), failed: t('copyFailed') }} />
        <ShareRow locale={locale} headline={headline} address={address} />
      </div>
    </footer>
  );
}
