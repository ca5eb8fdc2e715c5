import type { ReactNode } from 'react';
import { COLOURS } from '@/components/theme/look';
import { declarationOf } from '@/lib/i18n/declaration-of';
import { LOCALE_DIRECTIONS, type Locale } from '@/lib/i18n/locales';
import { bareScripts } from '@/lib/page-tags';
import '@/components/theme/tokens.css';
import '@/components/theme/colours.generated.css';
import '@/components/theme/fonts.generated.css';
import '@/components/theme/fallback-fonts.css';
import '@/components/theme/base.css';

/** The document around every page: its language, and what its head always has. */
export function Document({ locale, children }: { locale: Locale; children: ReactNode }) {
  const scripts = bareScripts();
  return (
    <html lang={locale} dir={LOCALE_DIRECTIONS[locale]} suppressHydrationWarning>
      <head>
        {scripts && <script dangerouslySetInnerHTML={{ __html: scripts.first }} />}
        {declarationOf(locale).firstFonts.map((name) => (
          <link
            key={name}
            rel="preload"
            as="font"
            type="font/woff2"
            href={`/fonts/${name}.woff2`}
            crossOrigin=""
          />
        ))}
        <link rel="icon" type="image/png" href="/icon.png" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <meta
          name="theme-color"
          content={COLOURS.paper.light}
          media="(prefers-color-scheme: light)"
        />
        <meta
          name="theme-color"
          content={COLOURS.paper.dark}
          media="(prefers-color-scheme: dark)"
        />
      </head>
      <body>
        {children}
        {scripts && <script dangerouslySetInnerHTML={{ __html: scripts.main }} />}
      </body>
    </html>
  );
}
