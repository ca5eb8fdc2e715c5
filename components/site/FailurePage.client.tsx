'use client';
import { FAILURE_WORDS } from '@/lib/i18n/locale-tables.generated';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import { page as frontPage } from '@/lib/pages/front';

/**
 * The error page in the reader's language: says that the error is ours, and offers links.
 * @param segment - the first segment of the path; the default locale is used if it is no locale
 */
export function FailurePage({ segment }: { segment: string | string[] | undefined }) {
  const locale = typeof segment === 'string' && isLocale(segment) ? segment : DEFAULT_LOCALE;
  const { title, text, again, front } = FAILURE_WORDS[locale];
  return (
    // Styled by the global style sheet: a separate one would be loaded on every page that does not fail.
    <main data-failure>
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href="">{again}</a>
      </p>
      <p>
        <a href={frontPage.href({ locale })}>{front}</a>
      </p>
    </main>
  );
}
