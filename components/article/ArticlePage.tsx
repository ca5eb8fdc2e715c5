import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Article } from '@/lib/content/article';
import { page as topicPage } from '@/lib/pages/topic';
import { publication } from '@/publication.config';
import { FigurePicture } from '../media/FigurePicture';
import { Words } from '../text/Words';
import styles from './ArticlePage.module.css';
import { ArticleHead } from './ArticleHead';
import { Body } from './Body';
import { Caption } from './Caption';
import { ArticleCorrections } from './ArticleCorrections';
import { ArticleLine } from './ArticleLine';
import { PrintFooter } from './PrintFooter';

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
  const { locale, standfirst, image } = article;
  const t = await getTranslations({ locale, namespace: 'Article' });
  // Reader modes take the element that contains the text as the article, and drop the controls in a footer.
  const before = (
    <>
      {standfirst && (
        <strong className={styles.standfirst}>
          <Words text={standfirst} locale={locale} />
        </strong>
      )}
      <ArticleLine article={article} address={address} isPreview={isPreview} />
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
    <ArticleCorrections corrections={article.corrections} locale={locale} />
  );
  return (
    <>
      <article className={styles.article} lang={locale}>
        <ArticleHead article={article} />
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
