/** The few texts of the pages that feeds use too. */
import az from '../../messages/az.json' with { type: 'json' };
import en from '../../messages/en.json' with { type: 'json' };
import hy from '../../messages/hy.json' with { type: 'json' };
import ru from '../../messages/ru.json' with { type: 'json' };
import type { Locale } from '../i18n/locales.ts';

export const articleWords = {
  en: en.Article,
  ru: ru.Article,
  hy: hy.Article,
  az: az.Article,
} as const satisfies Record<
  Locale,
  { corrections: string; table: string; notes: string; note: string; noteBack: string }
>;

export const correctionWords = {
  en: en.Corrections,
  ru: ru.Corrections,
  hy: hy.Corrections,
  az: az.Corrections,
} as const satisfies Record<Locale, { title: string; description: string }>;
