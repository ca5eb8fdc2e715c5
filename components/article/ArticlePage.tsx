import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Article } from '@/lib/content/article';
import {
  formatDay,
  formatMoment,
  formatPublicationDate,
  formatZonedDate,
} from '@/lib/i18n/formats';
import { page as categoryPage } from '@/lib/pages/category';
import { page as topicPage } from '@/lib/pages/topic';
import { page as correctionsPage } from '@/lib/pages/corrections';
import { page as frontPage } from '@/lib/pages/front';
import { publication } from '@/publication.config';
import { FigurePicture } from '../media/FigurePicture';
import { Words } from '../text/Words';
import styles from './ArticlePage.module.css';
import { Body } from './Body';
import { Byline } from './Byline';
import { Caption } from './Caption';
import { CopyLink } from './tools/CopyLink';
import { PrintButton } from './tools/PrintButton';
import { PrintFooter } from './PrintFooter';
import { ShareRow } from './tools/ShareRow';
import { TextSize } from './tools/TextSize';
import toolStyles from './tools/Tools.module.css';
import { ViewCount } from './tools/ViewCount';

/** The page of one article. */
export async function ArticlePage({
  article,
  address,
  more,
  isPreview = false,
}: {
  article: Article;
  /** The article's absolute URL, used for sharing and in print. */
  address: string;
  /** Shown below the article: more stories of its category. */
  more: ReactNode;
  /** A preview for the newsroom and its guests: views are not counted. */
  isPreview?: boolean;
}) {
  const { locale, category, headline, standfirst, kicker, image } = article;
  const t = await getTranslations({ locale, namespace: 'Article' });
  const corrections = await getTranslations({ locale, namespace: 'Corrections' });
  // Reader modes take the element that contains the text as the article, and drop the controls in a footer.
  const before = (
    <>
      {standfirst && (
        <strong className={styles.standfirst}>
          <Words text={standfirst} locale={locale} />
        </strong>
      )}
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
      {image && (
        <figure className={styles.lead} data-lead>
          <FigurePicture
            picture={image}
            alt={image.alt}
            sizes="(width >= 1100px) 1000px, 100vw"
            isLead
          />
          <Caption caption={image.caption} credit={image.credit} label={t('credit')} />
        </figure>
      )}
    </>
  );
  const after = article.corrections.length > 0 && (
    <section className={styles.corrections} aria-labelledby="corrections">
      <h2 id="corrections">{t('corrections')}</h2>
      {article.corrections.map(({ at, text }) => (
        <p key={at}>
          <time dateTime={formatMoment(at)}>{formatDay(at, locale)}</time> {text}
        </p>
      ))}
      <p data-screen-only>
        <a href={correctionsPage.href({ locale })}>{corrections('all')}</a>
      </p>
    </section>
  );
  return (
    <>
      <article className={styles.article} lang={locale}>
        <header className={styles.head}>
          <nav aria-label={t('breadcrumb')} className={styles.breadcrumb} data-screen-only>
            <ol>
              <li>
                <a href={frontPage.href({ locale })}>{t('home')}</a>
              </li>
              <li>
                <a href={categoryPage.href({ locale, category: category.slug })}>{category.name}</a>
              </li>
            </ol>
          </nav>
          {kicker && <span className={styles.kicker}>{kicker}</span>}
          <h1 data-long={headline.length > 70 ? '' : undefined}>
            <Words text={headline} locale={locale} />
          </h1>
        </header>
        <div className={styles.text}>
          <Body
            body={article.body}
            pictures={article.pictures}
            locale={locale}
            before={before}
            after={after}
          />
          {article.topics.length > 0 && (
            <nav className={styles.topics} aria-label={t('topics')} data-screen-only>
              <ul>
                {article.topics.map(({ slug, name }) => (
                  <li key={slug}>
                    <a href={topicPage.href({ locale, topic: slug })}>{name}</a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
        <PrintFooter address={address} notice={t('printReuse', { name: publication.name })} />
      </article>
      <div id="related-stories" data-screen-only>
        {more}
      </div>
    </>
  );
}
