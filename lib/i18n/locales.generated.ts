/** Written by `npm run generate` from the files of `lib/i18n/locales`. */
import { locale as az } from './locales/az.ts';
import { locale as en } from './locales/en.ts';
import { locale as hy } from './locales/hy.ts';
import { locale as ru } from './locales/ru.ts';

export const LOCALE_DECLARATIONS = {
  az,
  en,
  hy,
  ru,
} as const;
