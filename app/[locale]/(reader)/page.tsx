import { FrontPage } from '@/components/front/FrontPage';
import { Frame } from '@/components/site/Frame';
import { getFront } from '@/lib/publication/front';
import { getMostRead } from '@/lib/publication/most-read';
import { publication } from '@/publication.config';
import { everywhere, headOf, localeOf } from './address';

export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: PageProps<'/[locale]'>) {
  const locale = localeOf((await params).locale);
  return headOf({
    locale,
    title: publication.name,
    description: publication.descriptions[locale],
    path: `/${locale}`,
    translations: everywhere(''),
  });
}

export default async function Page({ params }: PageProps<'/[locale]'>) {
  const locale = localeOf((await params).locale);
  const [front, day, week] = await Promise.all([
    getFront(locale),
    getMostRead(locale, 'day'),
    getMostRead(locale, 'week'),
  ]);
  return (
    <Frame locale={locale} year={new Date().getFullYear()}>
      <FrontPage locale={locale} front={front} mostRead={{ day, week }} />
    </Frame>
  );
}
