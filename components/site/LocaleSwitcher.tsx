import { Fragment } from 'react';
import { getTranslations } from 'next-intl/server';
import { LOCALE_LABELS, LOCALES, type Locale } from '@/lib/i18n/locales';
import styles from './Masthead.module.css';

/** The switcher's link for one locale. */
export interface LocaleTarget {
  href: string;
  /** Whether the link leads to the same content in that locale, or only to its front page. */
  isSame: boolean;
}

/**
 * Explains the mark at a language for readers without a pointer to hover with; the others see the link's
 * title.
 * @returns null if every locale has the page
 */
export async function LocaleLegend({
  locale,
  targets,
}: Pick<Parameters<typeof LocaleSwitcher>[0], 'locale' | 'targets'>) {
  const absent = LOCALES.filter((other) => !targets[other].isSame);
  if (absent.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'LocaleSwitcher' });
  return (
    // Hidden from screen readers: each link already contains this text.
    <p className={styles.legend} aria-hidden="true">
      {absent.map((other, index) => (
        <Fragment key={other}>
          {index > 0 && ', '}
          <span lang={other}>{LOCALE_LABELS[other].short}</span>
        </Fragment>
      ))}
      {`: ${t('front')}`}
    </p>
  );
}

/**
 * EN RU ՀԱՅ AZ: links to the translation of the story if there is one, otherwise to the front page; the link
 * says which.
 */
export async function LocaleSwitcher({
  locale,
  targets,
  isStory,
}: {
  locale: Locale;
  targets: Record<Locale, LocaleTarget>;
  isStory: boolean;
}) {
  const t = await getTranslations({ locale, namespace: 'LocaleSwitcher' });
  const same = isStory ? t('sameStory') : t('samePage');
  return (
    <nav aria-label={t('label')}>
      <ul className={styles.locales}>
        {LOCALES.map((other) => {
          const { short, name } = LOCALE_LABELS[other];
          const { href, isSame } = targets[other];
          const where = isSame ? same : t('front');
          return (
            <li key={other}>
              <a
                href={href}
                lang={other}
                hrefLang={other}
                aria-current={other === locale ? 'true' : undefined}
                title={`${name}: ${where}`}
                data-absent={isSame ? undefined : ''}
              >
                <span aria-hidden="true">{short}</span>{' '}
                <span className="hidden-visually">
                  {name}
                  <span lang={locale}>{`, ${where}`}</span>
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
