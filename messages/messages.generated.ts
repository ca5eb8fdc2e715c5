/** Written by `npm run generate` from the files of `lib/i18n/locales`. */
import of_en from './en.json' with { type: 'json' };
import of_ru from './ru.json' with { type: 'json' };
import of_hy from './hy.json' with { type: 'json' };
import of_az from './az.json' with { type: 'json' };

export const MESSAGES = {
  en: of_en,
  ru: of_ru,
  hy: of_hy,
  az: of_az,
} as const;
