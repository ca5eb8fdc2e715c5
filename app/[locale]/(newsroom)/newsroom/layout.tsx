import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import { Providers } from '@/components/newsroom/Providers.client';
import { publication } from '@/publication.config';
import { privateLocale } from './entry';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = {
  title: `Newsroom · ${publication.name}`,
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

/** What stands around every screen: the words of the newsroom for its client files, and of nothing else. */
export default async function NewsroomLayout({
  children,
  params,
}: LayoutProps<'/[locale]/newsroom'>) {
  const locale = await privateLocale(params);
  const { Doors, Media, Newsroom } = await getMessages({ locale });
  return (
    <NextIntlClientProvider
      locale={locale}
      messages={{ Doors, Media, Newsroom }}
      timeZone={publication.timeZone}
    >
      <Providers>{children}</Providers>
    </NextIntlClientProvider>
  );
}
