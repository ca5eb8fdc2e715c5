import { Fragment } from 'react';
import { getTranslations } from 'next-intl/server';
import { LOCALE_LABELS, LOCALES, type Locale } from '@/lib/i18n/locales';
import styles from './Masthead.module.css';

/** Where the switcher leads in one locale. */
export interface LocaleTarget {
  href: string;
  /** Whether that is the same thing told in that locale, or only its front. */
  isSame: boolean;
}

/** What a mark at a language means, for who has no pointer to rest on it; others are told by its title. */
export async function LocaleLegend({
  locale,
  targets,
}: Pick<Parameters<typeof LocaleSwitcher>[0], 'locale' | 'targets'>) {
  const absent = LOCALES.filter((other) => !targets[other].isSame);
  if (absent.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'LocaleSwitcher' });
  return (
    // Heard with each of the links.
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

/** EN RU ՀԱՅ AZ: links to the same story where it is translated, else to the front page, and says which. */
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
