'use client';
import { FAILURE_WORDS } from '@/lib/i18n/failure-words';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';

/**
 * Says that the fault is ours, in the reader's language, with a way on.
 * @param segment - the first of the address, a locale if it is one of a page
 */
export function FailurePage({ segment }: { segment: string | string[] | undefined }) {
  const locale = typeof segment === 'string' && isLocale(segment) ? segment : DEFAULT_LOCALE;
  const { title, text, again, front } = FAILURE_WORDS[locale];
  return (
    // Styled by the sheet that every page has: one of its own would be loaded with each page that does not fail.
    <main data-failure>
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href="">{again}</a>
      </p>
      <p>
        <a href={`/${locale}`}>{front}</a>
      </p>
    </main>
  );
}
