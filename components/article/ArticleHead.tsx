import { getTranslations } from 'next-intl/server';
import type { Article } from '@/lib/content/article';
import { page as categoryPage } from '@/lib/pages/category';
import { page as frontPage } from '@/lib/pages/front';
import { Words } from '../text/Words';
import styles from './ArticlePage.module.css';

/** The head of an article: breadcrumb, kicker and headline. */
export async function ArticleHead({ article }: { article: Article }) {
  const { locale, category, headline, kicker } = article;
  const t = await getTranslations({ locale, namespace: 'Article' });
  return (
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
  );
}
