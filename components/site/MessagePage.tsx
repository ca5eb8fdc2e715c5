import { getTranslations } from 'next-intl/server';
import type { ArticleCard } from '@/lib/content/article';
import type { Locale } from '@/lib/i18n/locales';
import { Words } from '../text/Words';
import styles from './MessagePage.module.css';

/** A page that stands for a story which is not there, with ways on: the search, the newest, the front. */
export async function MessagePage({
  locale,
  kind,
  newest,
}: {
  locale: Locale;
  kind: 'missing' | 'withdrawn';
  newest: readonly ArticleCard[];
}) {
  const t = await getTranslations({ locale, namespace: 'MessagePage' });
  const search = await getTranslations({ locale, namespace: 'Search' });
  const front = await getTranslations({ locale, namespace: 'Front' });
  return (
    <div className={styles.page}>
      <h1>{t(`${kind}Title`)}</h1>
      <p className={styles.text}>{t(`${kind}Text`)}</p>
      <form action={`/${locale}/search`} role="search" aria-label={t('toSearch')}>
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
                <a href={`/${locale}/post/${slug}`}>
                  <Words text={headline} locale={locale} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a className={styles.front} href={`/${locale}`}>
          {t('toFront')}
        </a>
      </p>
    </div>
  );
}
