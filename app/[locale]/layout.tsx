import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { isLocale } from '@/lib/i18n/locales';
import { Document } from '../document';
import { leaveMoved } from '../leave-moved';

export default async function RootLayout({ children, params }: LayoutProps<'/[locale]'>) {
  await leaveMoved();
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <Document locale={locale}>{children as ReactNode}</Document>;
}
