import { getTranslations } from 'next-intl/server';
import type { BreakingLine as Line } from '@/lib/content/desk/front';
import type { Locale } from '@/lib/i18n/locales';
import { page as articlePage } from '@/lib/pages/article';
import styles from './BreakingLine.module.css';

/** The breaking-news line: one sentence under the masthead; it scrolls away with the page. */
export async function BreakingLine({ locale, line }: { locale: Locale; line: Line }) {
  const t = await getTranslations({ locale, namespace: 'Breaking' });
  return (
    <section className={styles.breaking} aria-label={t('title')} data-screen-only>
      <p>
        <strong>{t('label')}</strong>{' '}
        {line.article ? (
          <a href={articlePage.href({ locale, slug: line.article.slug })}>{line.text}</a>
        ) : (
          <span>{line.text}</span>
        )}
      </p>
    </section>
  );
}
