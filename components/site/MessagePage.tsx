import { getTranslations } from 'next-intl/server';
import type { ArticleCard } from '@/lib/content/article';
import { LOCALE_LABELS, LOCALES, type Locale } from '@/lib/i18n/locales';
import { page as articlePage } from '@/lib/pages/article';
import { page as searchPage } from '@/lib/pages/search';
import { page as frontPage } from '@/lib/pages/front';
import { Words } from '../text/Words';
import styles from './MessagePage.module.css';

/**
 * The page in place of a story that is not available, with links: the search, the newest stories, the front
 * page.
 */
export async function MessagePage({
  locale,
  kind,
  newest,
  translations,
}: {
  locale: Locale;
  kind: 'missing' | 'withdrawn';
  newest: readonly ArticleCard[];
  /** Paths at which the story can be read in other languages. */
  translations: Partial<Record<Locale, string>>;
}) {
  const t = await getTranslations({ locale, namespace: 'MessagePage' });
  const search = await getTranslations({ locale, namespace: 'Search' });
  const front = await getTranslations({ locale, namespace: 'Front' });
  const others = LOCALES.filter((other) => other !== locale && translations[other]);
  return (
    <div className={styles.page}>
      <h1>{t(`${kind}Title`)}</h1>
      <p className={styles.text}>{t(`${kind}Text`)}</p>
      {others.length > 0 && (
        <section aria-labelledby="translations">
          <h2 id="translations">{t('translations')}</h2>
          <ul>
            {others.map((other) => (
              <li key={other}>
                <a href={translations[other]} hrefLang={other} lang={other}>
                  {LOCALE_LABELS[other].name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <form action={searchPage.href({ locale })} role="search" aria-label={t('toSearch')}>
        <label htmlFor="missing-search">{t('toSearch')}</label>
        <div className={styles.field}>
          <input id="missing-search" name="q" type="search" maxLength={200} autoComplete="off" />
          <button type="submit">{search('submit')}</button>
        </div>
      </form>
      {newest.length > 0 && (
        <section aria-labelledby="newest">
          <h2 id="newest">{front('newest')}</h2>
          <ul>
            {newest.map(({ id, slug, headline }) => (
              <li key={id}>
                <a href={articlePage.href({ locale, slug })}>
                  <Words text={headline} locale={locale} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a className={styles.front} href={frontPage.href({ locale })}>
          {t('toFront')}
        </a>
      </p>
    </div>
  );
}
