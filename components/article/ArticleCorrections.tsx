import { getTranslations } from 'next-intl/server';
import type { Article } from '@/lib/content/article';
import { formatDay, formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { page as correctionsPage } from '@/lib/pages/corrections';
import styles from './ArticlePage.module.css';

/** The corrections of an article, below its text, with a link to those of all articles. */
export async function ArticleCorrections({
  corrections,
  locale,
}: {
  corrections: Article['corrections'];
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: 'Article' });
  const words = await getTranslations({ locale, namespace: 'Corrections' });
  return (
    <section className={styles.corrections} aria-labelledby="corrections">
      <h2 id="corrections">{t('corrections')}</h2>
      {corrections.map(({ at, text }) => (
        <p key={at}>
          <time dateTime={formatMoment(at)}>{formatDay(at, locale)}</time> {text}
        </p>
      ))}
      <p data-screen-only>
        <a href={correctionsPage.href({ locale })}>{words('all')}</a>
      </p>
    </section>
  );
}
