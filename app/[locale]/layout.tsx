import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { declarationOf } from '@/lib/i18n/declaration-of';
import { isLocale, LOCALE_DIRECTIONS } from '@/lib/i18n/locales';
import '../styles/tokens.css';
import '../styles/fonts.generated.css';
import '../styles/fallback-fonts.css';
import '../styles/base.css';

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
        <meta name="theme-color" content="#fffdf9" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#12110f" media="(prefers-color-scheme: dark)" />
      </head>
      <body>{children as ReactNode}</body>
    </html>
  );
}
