import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { isLocale } from '@/lib/i18n/locales';

/** No locale is made at build time: a page is printed when it is first read. */
export function generateStaticParams() {
  return [];
}
export const dynamic = 'force-static';

export default async function RootLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    <html lang={locale} dir="ltr" suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
