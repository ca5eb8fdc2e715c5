import { getTranslations } from 'next-intl/server';
import { LOCALE_LABELS, LOCALES, type Locale } from '@/lib/i18n/locales';
import styles from './Masthead.module.css';

/** Where the switcher leads in one locale. */
export interface LocaleTarget {
  href: string;
  /** Whether that is the same thing told in that locale, or only its front. */
  isSame: boolean;
}

/** EN RU ARM AZ: to the same story where it is told, else to the front, and it says which. */
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
