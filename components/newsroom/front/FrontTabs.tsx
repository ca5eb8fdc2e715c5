import { LOCALE_LABELS, LOCALES, type Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import styles from './FrontDesk.module.css';

/** Tabs of the front pages, one per language. */
export function FrontTabs({
  locale,
  front,
  label,
}: {
  locale: Locale;
  front: Locale;
  label: string;
}) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      <ul>
        {LOCALES.map((other) => (
          <li key={other}>
            <a
              href={newsroomAddress(locale, `/front?in=${other}`)}
              aria-current={other === front ? 'page' : undefined}
              lang={other}
            >
              {LOCALE_LABELS[other].name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
