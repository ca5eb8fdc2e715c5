import { getTranslations } from 'next-intl/server';
import { INFO_TEXTS, InfoPage, type InfoTopic } from '@/components/info/InfoPage';
import { Frame } from '@/components/site/Frame';
import { publication } from '@/publication.config';
import { absent, absentHead } from '../absent';
import { everywhere, headOf, localeOf } from '../address';

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
    path: `/${locale}/${info}`,
    translations: everywhere(`/${info}`),
  });
}

export default async function Page({ params }: PageProps<'/[locale]/[info]'>) {
  const { locale: segment, info } = await params;
  const locale = localeOf(segment);
  if (!isTopic(info)) return absent(locale);
  return (
    <Frame locale={locale} path={`/${info}`} year={new Date().getFullYear()}>
      <InfoPage locale={locale} topic={info} />
    </Frame>
  );
}
