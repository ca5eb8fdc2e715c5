import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import { Providers } from '@/components/newsroom/Providers.client';
import { publication } from '@/publication.config';
import { privateLocale } from './entry';

/** The namespaces of the newsroom's messages. */
const OURS = /^(Newsroom|Doors$|Media$)/;

export const dynamic = 'force-dynamic';
export const metadata: Metadata = {
  title: `Newsroom · ${publication.name}`,
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

/**
 * Wraps every screen: passes the messages of the newsroom, and no others, to its client components. Add a
 * namespace to `OURS`; one whose name begins with `Newsroom` is included already.
 */
export default async function NewsroomLayout({
  children,
  params,
}: LayoutProps<'/[locale]/newsroom'>) {
  const locale = await privateLocale(params);
  const messages = Object.fromEntries(
    Object.entries(await getMessages({ locale })).filter(([name]) => OURS.test(name)),
  );
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone={publication.timeZone}>
      <Providers>{children}</Providers>
    </NextIntlClientProvider>
  );
}
