import { getTranslations } from 'next-intl/server';
import { INFO_TEXTS, InfoPage, type InfoTopic } from '@/components/info/InfoPage';
import { Frame } from '@/components/site/Frame';
import { StructuredData } from '@/components/site/StructuredData';
import { hrefsEverywhere } from '@/lib/pages/all/locales-of-page';
import { PAGES } from '@/lib/pages.generated';
import { infoData } from '@/lib/syndication/structured-data/info';
import { graphOf } from '@/lib/syndication/structured-data/page-data';
import { getNavigation } from '@/lib/publication/navigation';
import { publication } from '@/publication.config';
import { absent, absentHead } from '../absent';
import { headOf, localeOf } from '../address';

export const dynamic = 'force-dynamic';

const isTopic = (segment: string): segment is InfoTopic => Object.hasOwn(INFO_TEXTS, segment);

export async function generateMetadata({ params }: PageProps<'/[locale]/[info]'>) {
  const { locale: segment, info } = await params;
  const locale = localeOf(segment);
  if (!isTopic(info)) return absentHead(locale);
  const t = await getTranslations({ locale, namespace: 'Info' });
  return headOf({
    locale,
    title: t(`${info}Title`),
    description: publication.descriptions[locale],
    page: PAGES[info],
    params: {},
  });
}

export default async function Page({ params }: PageProps<'/[locale]/[info]'>) {
  const { locale: segment, info } = await params;
  const locale = localeOf(segment);
  if (!isTopic(info)) return absent(locale);
  const [t, article] = await Promise.all([
    getTranslations({ locale, namespace: 'Info' }),
    getTranslations({ locale, namespace: 'Article' }),
  ]);
  const data = infoData(locale, info, t(`${info}Title`), article('home'));
  return (
    <Frame
      locale={locale}
      categories={await getNavigation(locale)}
      translations={hrefsEverywhere(PAGES[info], {})}
      year={new Date().getFullYear()}
    >
      <StructuredData data={graphOf(data)} />
      <InfoPage locale={locale} topic={info} />
    </Frame>
  );
}
