import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { COLOURS } from '@/components/theme/look';
import { declarationOf } from '@/lib/i18n/declaration-of';
import { isLocale, LOCALE_DIRECTIONS } from '@/lib/i18n/locales';
import '@/components/theme/tokens.css';
import '@/components/theme/colours.generated.css';
import '@/components/theme/fonts.generated.css';
import '@/components/theme/fallback-fonts.css';
import '@/components/theme/base.css';

export default async function RootLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    <html lang={locale} dir={LOCALE_DIRECTIONS[locale]} suppressHydrationWarning>
      <head>
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
      <body>{children as ReactNode}</body>
    </html>
  );
}
