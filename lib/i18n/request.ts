import { hasLocale } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { locale as rootLocale } from 'next/root-params';
import { publication } from '../../publication.config.ts';
import { DEFAULT_LOCALE, LOCALES } from './locales.ts';

/**
 * The configuration of next-intl for a render: the locale of the address, its messages, the publication's
 * time zone.
 */
export default getRequestConfig(async ({ locale }) => {
  const asked = locale ?? (await rootLocale());
  const known = hasLocale(LOCALES, asked) ? asked : DEFAULT_LOCALE;
  const { default: messages } = (await import(`../../messages/${known}.json`)) as {
    default: Record<string, never>;
  };
  return { locale: known, messages, timeZone: publication.timeZone };
});
