/**
 * The languages of the portal for readers, for browsers too. Each is declared by a file of `locales`; what
 * only the server needs of them is in `declaration-of.ts`.
 */
import { LOCALES } from './locale-tables.generated.ts';

export {
  LOCALES,
  LABEL as LOCALE_LABELS,
  DIRECTION as LOCALE_DIRECTIONS,
  OPEN_GRAPH as OPEN_GRAPH_LOCALES,
} from './locale-tables.generated.ts';

/** A language of the portal for readers; the first segment of every address. */
export type Locale = (typeof LOCALES)[number];

/** The locale that `/` falls back to and that hreflang names as x-default. */
export const DEFAULT_LOCALE = 'en' as const satisfies Locale;

/** Whether a string, usually an address segment, is one of our locales. */
export function isLocale(value: string): value is Locale {
  return (LOCALES as readonly string[]).includes(value);
}
