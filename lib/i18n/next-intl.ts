import type messages from '../../messages/en.json';
import type { Locale } from './locales.ts';

/** Gives next-intl our locales and the keys of our messages: a key that does not exist fails to compile. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof messages;
  }
}
