'use client';
import { FAILURE_WORDS } from '@/lib/i18n/failure-words';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import styles from './MessagePage.module.css';

/**
 * Says that the fault is ours, in the reader's language, with a way on.
 * @param segment - the first of the address, a locale if it is one of a page
 */
export function FailurePage({ segment }: { segment: string | string[] | undefined }) {
  const locale = typeof segment === 'string' && isLocale(segment) ? segment : DEFAULT_LOCALE;
  const { title, text, again, front } = FAILURE_WORDS[locale];
  return (
    <main className={styles.page}>
      <h1>{title}</h1>
      <p className={styles.text}>{text}</p>
      <p>
        <a className={styles.front} href="">
          {again}
        </a>
      </p>
      <p>
        <a className={styles.front} href={`/${locale}`}>
          {front}
        </a>
      </p>
    </main>
  );
}
