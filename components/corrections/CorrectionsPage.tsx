import { getTranslations } from 'next-intl/server';
import type { Correction } from '@/lib/content/article';
import { formatDay, formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { page as articlePage } from '@/lib/pages/article';
import { page as correctionsPage } from '@/lib/pages/corrections';
import { ListHeader } from '../list/ListHeader';
import { Pagination } from '../list/Pagination';
import styles from './CorrectionsPage.module.css';

interface ListedCorrection extends Correction {
  id: number;
  slug: string;
  headline: string;
}

/** The published corrections, newest first. */
export async function CorrectionsPage({
  locale,
  listed: { corrections, page, pageCount },
}: {
  locale: Locale;
  listed: { corrections: readonly ListedCorrection[]; page: number; pageCount: number };
}) {
  const t = await getTranslations({ locale, namespace: 'Corrections' });
  return (
    <>
      <ListHeader title={t('title')} description={t('description')} />
      {corrections.length === 0 && <p className={styles.empty}>{t('empty')}</p>}
      <ol className={styles.list}>
        {corrections.map(({ id, at, text, slug, headline }) => (
          <li key={id}>
            <time dateTime={formatMoment(at)}>{formatDay(at, locale)}</time>
            <div>
              <h2>
                <a href={articlePage.href({ locale, slug })}>{headline}</a>
              </h2>
              <p>{text}</p>
            </div>
          </li>
        ))}
      </ol>
      <Pagination
        locale={locale}
        hrefOf={(number) => correctionsPage.href({ locale }, number)}
        page={page}
        pageCount={pageCount}
      />
    </>
  );
}
