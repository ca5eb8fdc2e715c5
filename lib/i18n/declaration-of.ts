import type { LocaleDeclaration } from './locale-declaration.ts';
import { LOCALE_DECLARATIONS } from './locales.generated.ts';
import type { Locale } from './locales.ts';

/** Everything that the portal knows of a language. For the server: a browser would load all languages. */
export const declarationOf = (locale: Locale): LocaleDeclaration => LOCALE_DECLARATIONS[locale];
